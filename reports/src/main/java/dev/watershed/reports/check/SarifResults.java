package dev.watershed.reports.check;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.json.JsonOutput;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Location;
import dev.watershed.rules.verdict.Violation;
import java.io.IOException;

/** Violations as results of SARIF. */
final class SarifResults {

  /** GitHub computes {@code primaryLocationLineHash} itself; this name is Watershed's own. */
  private static final String FINGERPRINT = "watershedKey/v1";

  private final CheckPlaces places;
  private final SarifRules rules;
  private final JsonOutput output;
  private final JsonGenerator json;

  SarifResults(CheckPlaces places, SarifRules rules, JsonOutput output) {
    this.places = places;
    this.rules = rules;
    this.output = output;
    this.json = output.generator();
  }

  /** Writes one. */
  void write(GatedViolation gated, Location location) throws IOException {
    Violation violation = gated.violation();
    json.writeStartObject();
    output.text("ruleId", violation.rule());
    json.writeNumberField("ruleIndex", rules.index(violation.rule()));
    output.text("level", level(gated));
    message(gated, output);
    location(location);
    json.writeObjectFieldStart("partialFingerprints");
    output.text(FINGERPRINT, violation.key().text());
    json.writeEndObject();
    suppressions(gated);
    properties(gated, output);
    json.writeEndObject();
  }

  /** What is on trial fails nothing. */
  static String level(GatedViolation gated) {
    return gated.state() == ViolationState.SHADOW
        ? "note"
        : SarifRules.level(gated.violation().severity());
  }

  /** Writes the field {@code message}. */
  static void message(GatedViolation gated, JsonOutput output) throws IOException {
    Violation violation = gated.violation();
    String trial = gated.state() == ViolationState.SHADOW ? "On trial: " : "";
    String what = ViolationWords.message(violation);
    String remedy = violation.remedy();
    output.generator().writeObjectFieldStart("message");
    output.text(
        "text", trial + SarifText.of(what) + (remedy.isEmpty() ? "" : "\n" + SarifText.of(remedy)));
    output.text(
        "markdown",
        trial
            + MarkdownText.paragraph(what)
            + (remedy.isEmpty() ? "" : "\n\n" + MarkdownText.paragraph(remedy))
            + "\n\nEvidence: "
            + MarkdownText.code(ViolationWords.evidence(violation)));
    output.generator().writeEndObject();
  }

  /** Writes the field {@code properties}. */
  static void properties(GatedViolation gated, JsonOutput output) throws IOException {
    Violation violation = gated.violation();
    JsonGenerator json = output.generator();
    json.writeObjectFieldStart("properties");
    output.text("key", violation.key().text());
    output.text("state", gated.state().key());
    output.text("note", gated.note());
    output.text("subject", violation.subject());
    output.texts("services", violation.services());
    json.writeNumberField("alike", violation.alike());
    json.writeObjectFieldStart("evidence");
    for (Evidence evidence : violation.evidence()) {
      json.writeFieldName(evidence.figure());
      json.writeNumber(evidence.value().toPlainString());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void location(Location location) throws IOException {
    String path = places.fromRoot(location.path());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    output.text("uri", (path.startsWith("/") ? "file://" : "") + CheckPlaces.encoded(path));
    if (!path.startsWith("/")) {
      output.text("uriBaseId", "%SRCROOT%");
    }
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", location.line());
    json.writeNumberField("startColumn", location.column());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void suppressions(GatedViolation gated) throws IOException {
    if (gated.state() != ViolationState.BASELINE && gated.state() != ViolationState.SUPPRESSED) {
      return;
    }
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    output.text("kind", "external");
    output.text("status", "accepted");
    output.text("justification", ViolationWords.accepted(gated));
    json.writeEndObject();
    json.writeEndArray();
  }
}
