package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.CollectedSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The answer of {@code collect} as JSON; docs/collect.md describes it. */
public final class CollectJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.collect/1";

  private CollectJson() {}

  /** Writes the answer and leaves the stream open. */
  public static void write(List<CollectedSource> sources, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("format", FORMAT);
      json.writeArrayFieldStart("servers");
      for (CollectedSource source : sources) {
        json.writeStartObject();
        output.text("server", source.server());
        output.text("source", source.source());
        json.writeNumberField("windows", source.windows());
        json.writeNumberField("eventsRead", source.events());
        output.texts("notes", source.notes());
        output.texts("failures", source.failures());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
