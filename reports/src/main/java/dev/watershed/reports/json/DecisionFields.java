package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.MeasuredDecision;
import dev.watershed.analyzer.decision.MeasuredDigest;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** Writes whether decisions helped. */
final class DecisionFields {

  private DecisionFields() {}

  static void write(JsonOutput output, List<MeasuredDecision> decisions) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("decisions");
    for (MeasuredDecision each : decisions) {
      json.writeStartObject();
      output.text("id", each.decision().finding());
      output.text("state", each.decision().state().key());
      output.text("team", each.decision().team());
      output.text("kind", each.finding().map(KnownFinding::kind));
      output.text("title", each.finding().map(KnownFinding::title));
      output.text("outcome", each.outcome().key());
      output.text("reason", each.reason());
      output.ratio("baseWeight", each.baseWeight());
      output.ratio("headWeight", each.headWeight());
      json.writeArrayFieldStart("digests");
      for (MeasuredDigest digest : each.digests()) {
        digest(output, digest);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void digest(JsonOutput output, MeasuredDigest digest) throws IOException {
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("digest", Fingerprints.idOf(digest.predicted().digest()));
    output.ratio("predictedRowsBefore", OptionalDouble.of(digest.predicted().rowsBefore()));
    output.ratio("predictedRowsAfter", OptionalDouble.of(digest.predicted().rowsAfter()));
    side(output, "base", digest.base());
    side(output, "head", digest.head());
    json.writeEndObject();
  }

  private static void side(JsonOutput output, String name, MeasuredDigest.Side side)
      throws IOException {
    JsonGenerator json = output.generator();
    json.writeObjectFieldStart(name);
    json.writeNumberField("calls", side.calls());
    output.ratio("rowsExaminedPerCall", side.rowsExaminedPerCall());
    output.estimatedSeconds("secondsPerCall", side.microsPerCall());
    json.writeEndObject();
  }
}
