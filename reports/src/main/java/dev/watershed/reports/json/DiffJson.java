package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.diff.DiffSide;
import dev.watershed.analyzer.diff.DigestChange;
import dev.watershed.reports.ComparedSpans;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalDouble;

/** The answer of {@code diff} as JSON; docs/diff.md describes each field. */
public final class DiffJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.diff/1";

  private DiffJson() {}

  /**
   * Writes the answer and leaves the stream open.
   *
   * @param shown the changes to show, the first ones
   */
  public static void write(ComparedSpans spans, List<DigestChange> shown, OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("format", FORMAT);
      span(output, "base", spans.base());
      span(output, "head", spans.head());
      output.texts("notes", spans.notes());
      json.writeNumberField("changed", spans.diff().changes().size());
      json.writeNumberField("unchanged", spans.diff().unchanged());
      json.writeNumberField("undecided", spans.diff().undecided());
      json.writeArrayFieldStart("changes");
      for (DigestChange change : shown) {
        json.writeStartObject();
        output.text("change", change.kind().key());
        DigestFields.identity(output, change.digest());
        output.texts("services", change.services());
        output.estimatedSeconds("secondsPerDayMore", OptionalDouble.of(change.microsPerDayMore()));
        output.ratio("standardErrors", finite(change.standardErrors()));
        side(output, "base", change.base());
        side(output, "head", change.head());
        json.writeEndObject();
      }
      json.writeEndArray();
      DecisionFields.write(output, spans.decisions());
      json.writeEndObject();
    }
  }

  private static void span(JsonOutput output, String name, ComparedSpans.Span span)
      throws IOException {
    JsonGenerator json = output.generator();
    json.writeObjectFieldStart(name);
    output.text("from", span.from().toString());
    output.text("until", span.until().toString());
    json.writeNumberField("events", span.events());
    json.writeEndObject();
  }

  private static void side(JsonOutput output, String name, DiffSide side) throws IOException {
    JsonGenerator json = output.generator();
    json.writeObjectFieldStart(name);
    json.writeNumberField("calls", side.calls());
    output.seconds("queryTimeSeconds", side.timeMicros());
    output.ratio("callsPerDay", OptionalDouble.of(side.callsPerDay()));
    output.estimatedSeconds("secondsPerDay", OptionalDouble.of(side.microsPerDay()));
    output.estimatedSeconds("secondsPerCall", side.microsPerCall());
    output.estimatedSeconds("p95Seconds", side.p95Micros());
    json.writeEndObject();
  }

  /** JSON has no infinity: means that differ without any variance. */
  private static OptionalDouble finite(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? value
        : OptionalDouble.empty();
  }
}
