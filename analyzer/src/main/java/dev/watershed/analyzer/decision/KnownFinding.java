package dev.watershed.analyzer.decision;

import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Objects;

/**
 * Something that a span shows and that people decide about.
 *
 * @param id the same from span to span
 * @param kind its kind, as the answer that found it spells it
 * @param saidTitle what it is about, without figures, so that other load does not change it
 * @param services whom it concerns, in order
 * @param weight what its kind is ranked by: of a finding about coupling as {@code docs/coupling.md}
 *     says, of an advice the cost spared per second, in the units of the server's cost model
 * @param digests the statements that prove it, in order
 * @param predictions what it would change for statements; empty where nothing is predicted
 */
public record KnownFinding(
    String id,
    String kind,
    Saying saidTitle,
    List<String> services,
    double weight,
    List<Long> digests,
    List<Prediction> predictions) {

  /**
   * What an advice changes for a statement, by the cost model.
   *
   * @param rowsBefore examined per call
   * @param rowsAfter likewise
   */
  public record Prediction(long digest, double rowsBefore, double rowsAfter) {}

  public KnownFinding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(saidTitle, "saidTitle");
    services = List.copyOf(services);
    digests = List.copyOf(digests);
    predictions = List.copyOf(predictions);
  }

  /** What it is about in English. */
  public String title() {
    return saidTitle.text();
  }
}
