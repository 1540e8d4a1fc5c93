package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.SnapshotSummary;
import java.io.IOException;
import java.io.OutputStream;

/** The answer of {@code snapshot} as JSON; docs/snapshot.md describes each field. */
public final class SnapshotJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.snapshot/1";

  private SnapshotJson() {}

  /** Writes the answer and leaves the stream open. */
  public static void write(SnapshotSummary summary, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("format", FORMAT);
      output.text("path", summary.path());
      json.writeNumberField("bytes", summary.bytes());
      json.writeObjectFieldStart("snapshot");
      output.stamp(summary.stamp());
      json.writeEndObject();
      output.texts("servers", summary.servers());
      output.texts("services", summary.services());
      json.writeNumberField("tables", summary.tables());
      json.writeNumberField("digests", summary.digests());
      output.texts("leftOut", summary.leftOut());
      json.writeEndObject();
    }
  }
}
