package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.decision.JudgedDecision;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.reports.LedgerView;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The ledger for tickets as JSON; docs/decisions.md describes each field. There are no figures in
 * it, and no clock: the same findings and decisions give the same bytes.
 */
public final class DecisionsJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.decisions/1";

  private static final String UNDECIDED = "new";

  private DecisionsJson() {}

  /** A line, of the ledger or of what has no decision. */
  private record Row(
      String id,
      String state,
      String standing,
      Optional<String> ticket,
      Optional<String> team,
      Optional<KnownFinding> finding) {}

  /** Writes the answer, ordered by id, and leaves the stream open. */
  public static void write(LedgerView view, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("format", FORMAT);
      json.writeArrayFieldStart("decisions");
      for (Row row : rows(view)) {
        write(output, row);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static List<Row> rows(LedgerView view) {
    List<Row> rows = new java.util.ArrayList<>();
    for (JudgedDecision each : view.ledger().decisions()) {
      rows.add(
          new Row(
              each.decision().finding(),
              each.decision().state().key(),
              each.standing().key(),
              each.decision().ticket(),
              Optional.of(each.decision().team()),
              each.finding()));
    }
    for (KnownFinding finding : view.ledger().undecided()) {
      rows.add(
          new Row(
              finding.id(),
              UNDECIDED,
              "open",
              Optional.empty(),
              view.team(finding),
              Optional.of(finding)));
    }
    rows.sort(Comparator.comparing(Row::id));
    return rows;
  }

  private static void write(JsonOutput output, Row row) throws IOException {
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("id", row.id());
    output.text("kind", row.finding().map(KnownFinding::kind));
    output.text("title", row.finding().map(KnownFinding::title));
    output.texts("services", row.finding().map(KnownFinding::services).orElse(List.of()));
    output.text("team", row.team());
    output.text("state", row.state());
    output.text("standing", row.standing());
    output.text("ticket", row.ticket());
    output.texts(
        "digests",
        row.finding().map(KnownFinding::digests).orElse(List.of()).stream()
            .map(Fingerprints::idOf)
            .toList());
    json.writeEndObject();
  }
}
