package dev.watershed.reports.check;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.json.JsonOutput;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a SARIF run says outside its results: what has no place in a file. */
final class SarifNotifications {

  private final SarifRules rules;
  private final JsonOutput output;
  private final JsonGenerator json;

  SarifNotifications(SarifRules rules, JsonOutput output) {
    this.rules = rules;
    this.output = output;
    this.json = output.generator();
  }

  /**
   * Writes the field {@code invocations}.
   *
   * @param leftOut what the file leaves out, a sentence
   */
  void write(GateResult result, List<GatedViolation> unlocated, Optional<String> leftOut)
      throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    json.writeArrayFieldStart("toolExecutionNotifications");
    note(GateSentence.of(result));
    if (leftOut.isPresent()) {
      note(leftOut.get());
    }
    for (GatedViolation gated : unlocated.subList(0, CheckSarif.kept(unlocated.size()))) {
      violation(gated);
    }
    for (Inconclusive each : result.inconclusive()) {
      said(
          each.rule(),
          each.fails() ? "warning" : "note",
          "Cannot judge " + each.subject() + ": " + each.reason());
    }
    for (String note : result.notes()) {
      note(note);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("toolConfigurationNotifications");
    for (Misconfigured each : result.misconfigured()) {
      said(each.rule(), "error", each.subject() + ": " + each.reason());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void violation(GatedViolation gated) throws IOException {
    json.writeStartObject();
    output.text("level", gated.state() == ViolationState.NEW ? SarifResults.level(gated) : "note");
    rule(gated.violation().rule());
    SarifResults.message(gated, output);
    SarifResults.properties(gated, output);
    json.writeEndObject();
  }

  private void said(String name, String level, String text) throws IOException {
    json.writeStartObject();
    output.text("level", level);
    rule(name);
    message(text);
    json.writeEndObject();
  }

  private void note(String text) throws IOException {
    json.writeStartObject();
    output.text("level", "note");
    message(text);
    json.writeEndObject();
  }

  private void rule(String name) throws IOException {
    json.writeObjectFieldStart("associatedRule");
    output.text("id", name);
    json.writeNumberField("index", rules.index(name));
    json.writeEndObject();
  }

  private void message(String text) throws IOException {
    json.writeObjectFieldStart("message");
    output.text("text", SarifText.of(text));
    json.writeEndObject();
  }
}
