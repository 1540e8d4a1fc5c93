package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.ExportedDay;
import java.io.IOException;
import java.io.OutputStream;

/** What {@code export} says of a day of a server that it wrote; docs/export.md describes it. */
public final class ExportedDayJson {

  /** The format of exported folders and its version. */
  public static final String FORMAT = "watershed.export/1";

  private ExportedDayJson() {}

  /** Writes it and leaves the stream open. */
  public static void write(ExportedDay day, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("format", FORMAT);
      output.text("day", day.day().toString());
      output.text("server", day.server());
      json.writeNumberField("windows", day.windows());
      json.writeArrayFieldStart("tables");
      for (ExportedDay.Table table : day.tables()) {
        json.writeStartObject();
        output.text("table", table.name());
        json.writeNumberField("rows", table.rows());
        json.writeEndObject();
      }
      json.writeEndArray();
      output.texts("leftOut", day.leftOut());
      json.writeEndObject();
    }
  }
}
