package dev.watershed.reports.check;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.Units;
import dev.watershed.reports.json.JsonOutput;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code check} as SARIF 2.1.0 (OASIS standard). What is written in a file becomes a
 * result. What was seen at run time becomes a notification: GitHub refuses a whole file for one
 * result without a location.
 */
public final class CheckSarif {

  /** The most results that GitHub keeps of a run. */
  static final int MOST_RESULTS = 5_000;

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private final CheckPlaces places;
  private final Optional<String> version;

  /**
   * SARIF of one program.
   *
   * @param version of the program, if known
   */
  public CheckSarif(CheckPlaces places, Optional<String> version) {
    this.places = places;
    this.version = version;
  }

  /** Writes the answer and leaves the stream open. */
  public void write(GateResult result, OutputStream stream) throws IOException {
    SarifRules rules = new SarifRules(places, result);
    List<GatedViolation> located = CheckOrder.located(result);
    List<GatedViolation> unlocated = CheckOrder.unlocated(result);
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("$schema", SCHEMA);
      output.text("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      tool(rules, output);
      new SarifNotifications(rules, output)
          .write(result, unlocated, leftOut(located.size(), unlocated.size()));
      SarifResults results = new SarifResults(places, rules, output);
      json.writeArrayFieldStart("results");
      for (GatedViolation gated : located.subList(0, kept(located.size()))) {
        results.write(gated, gated.violation().location().orElseThrow());
      }
      json.writeEndArray();
      output.text("columnKind", "utf16CodeUnits");
      properties(result, output);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void tool(SarifRules rules, JsonOutput output) throws IOException {
    JsonGenerator json = output.generator();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    output.text("name", "Watershed");
    if (version.isPresent()) {
      output.text("version", version.get());
    }
    rules.write(output);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void properties(GateResult result, JsonOutput output) throws IOException {
    JsonGenerator json = output.generator();
    json.writeObjectFieldStart("properties");
    output.text("summary", GateSentence.of(result));
    output.text("snapshot", result.source().map(GateResult.Source::id));
    output.instant("snapshotMadeAt", result.source().map(GateResult.Source::madeAt));
    output.texts(
        "touchedServices",
        result.touched().stream().flatMap(touched -> touched.services().stream()).toList());
    json.writeNumberField("inspected", result.inspected());
    json.writeNumberField("notApplicable", result.notApplicable());
    json.writeEndObject();
  }

  static int kept(int all) {
    return Math.min(MOST_RESULTS, all);
  }

  private static Optional<String> leftOut(int located, int unlocated) {
    List<String> parts = new ArrayList<>();
    if (located > MOST_RESULTS) {
      parts.add(Units.counted(located - MOST_RESULTS, "violation") + " in files");
    }
    if (unlocated > MOST_RESULTS) {
      parts.add(Units.counted(unlocated - MOST_RESULTS, "violation") + " seen at run time");
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Left out, the least bad first: " + String.join(" and ", parts) + "; JSON has them.");
  }
}
