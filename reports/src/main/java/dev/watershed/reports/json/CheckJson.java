package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.TouchedServices;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Location;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The answer of {@code check} as JSON; docs/check.md describes each field. */
public final class CheckJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.check/1";

  private CheckJson() {}

  /** Writes the answer and leaves the stream open. */
  public static void write(GateResult result, WidenedSpan span, OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("format", FORMAT);
      output.text("snapshot", result.source().map(GateResult.Source::id));
      output.instant("snapshotMadeAt", result.source().map(GateResult.Source::madeAt));
      output.instant("countedFrom", span.from());
      output.instant("countedUntil", span.until());
      json.writeArrayFieldStart("violations");
      for (GatedViolation violation : result.violations()) {
        violation(output, violation);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("inconclusive");
      for (Inconclusive inconclusive : result.inconclusive()) {
        json.writeStartObject();
        output.text("rule", inconclusive.rule());
        output.text("subject", inconclusive.subject());
        output.text("reason", inconclusive.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("misconfigured");
      for (Misconfigured misconfigured : result.misconfigured()) {
        json.writeStartObject();
        output.text("rule", misconfigured.rule());
        output.text("subject", misconfigured.subject());
        output.text("reason", misconfigured.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      output.texts("notes", result.notes());
      touched(output, result.touched());
      json.writeNumberField("inspected", result.inspected());
      json.writeNumberField("notApplicable", result.notApplicable());
      json.writeEndObject();
    }
  }

  private static void touched(JsonOutput output, Optional<TouchedServices> touched)
      throws IOException {
    JsonGenerator json = output.generator();
    if (touched.isEmpty()) {
      json.writeNullField("touched");
      return;
    }
    json.writeObjectFieldStart("touched");
    output.texts("services", List.copyOf(touched.get().services()));
    json.writeNumberField("paths", touched.get().paths());
    output.texts("unclaimed", touched.get().unclaimed());
    json.writeEndObject();
  }

  private static void violation(JsonOutput output, GatedViolation gated) throws IOException {
    Violation violation = gated.violation();
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("rule", violation.rule());
    output.text("severity", violation.severity().key());
    output.text("key", violation.key().text());
    output.text("subject", violation.subject());
    output.texts("services", violation.services());
    output.text("message", violation.message());
    json.writeObjectFieldStart("evidence");
    for (Evidence evidence : violation.evidence()) {
      json.writeFieldName(evidence.figure());
      json.writeNumber(evidence.value().toPlainString());
    }
    json.writeEndObject();
    output.text("remedy", violation.remedy());
    json.writeNumberField("alike", violation.alike());
    location(output, violation);
    output.text("state", gated.state().key());
    output.text("note", gated.note());
    json.writeEndObject();
  }

  /** What was found in the store has no place in a file. */
  private static void location(JsonOutput output, Violation violation) throws IOException {
    JsonGenerator json = output.generator();
    if (violation.location().isEmpty()) {
      json.writeNullField("location");
      return;
    }
    Location location = violation.location().get();
    json.writeObjectFieldStart("location");
    output.text("path", location.path());
    json.writeNumberField("line", location.line());
    json.writeNumberField("column", location.column());
    json.writeEndObject();
  }
}
