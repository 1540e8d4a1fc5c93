package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.ExaminedServer;
import dev.watershed.reports.ExaminedServer.Lack;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The answer of {@code doctor} as JSON; docs/doctor.md describes it. */
public final class DoctorJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.doctor/1";

  private DoctorJson() {}

  /** Writes the answer and leaves the stream open. */
  public static void write(List<ExaminedServer> servers, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("format", FORMAT);
      json.writeArrayFieldStart("servers");
      for (ExaminedServer server : servers) {
        json.writeStartObject();
        output.text("server", server.server());
        output.text("version", server.version());
        output.text("failure", server.failure());
        json.writeArrayFieldStart("lacks");
        for (Lack lack : server.lacks()) {
          write(lack, output);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(Lack lack, JsonOutput output) throws IOException {
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("check", lack.check());
    output.text("weight", lack.weight());
    output.text("lack", lack.lack());
    output.text("consequence", lack.consequence());
    output.texts("statements", lack.statements());
    output.text("advice", lack.advice());
    json.writeEndObject();
  }
}
