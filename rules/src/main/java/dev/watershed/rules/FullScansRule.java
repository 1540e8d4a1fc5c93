package dev.watershed.rules;

import dev.watershed.analyzer.ranking.Effort;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that read much more than they need: a full table scan in most calls (where the server
 * logs that), or many rows examined per row sent. Does not fire below a floor of calls and time, so
 * that small tables and rare reports stay out of it, nor on those lumped beyond the bound, which
 * are many statements.
 *
 * @param thresholds when it fires
 * @param severity of a violation
 */
public record FullScansRule(Thresholds thresholds, Severity severity) implements Rule {

  /** The name in configurations. */
  public static final String NAME = "full-scans";

  /**
   * When the rule fires.
   *
   * @param minCalls fewer calls in the span are not judged
   * @param minSeconds less time in the span is not judged
   * @param fullScanShare the share of calls with a full scan that is too much, 0 to 1
   * @param examinedPerSent the rows examined per row sent (per call, where none was sent) that are
   *     too many
   */
  public record Thresholds(
      long minCalls, double minSeconds, double fullScanShare, double examinedPerSent) {

    /** Where nothing is configured. */
    public static final Thresholds USUAL = new Thresholds(100, 1, 0.5, 1_000);

    public Thresholds {
      if (minCalls < 1 || !(minSeconds >= 0) || !(examinedPerSent > 0)) {
        throw new IllegalArgumentException("expected 1 call or more, 0 s or more, a ratio above 0");
      }
      if (!(fullScanShare > 0 && fullScanShare <= 1)) {
        throw new IllegalArgumentException("expected a share above 0, at most 1: " + fullScanShare);
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Verdict judge(WorkloadFacts facts) {
    List<Violation> violations = new ArrayList<>();
    int inspected = 0;
    for (GroupFacts group : facts.groups()) {
      if (group.key() instanceof GroupKey.Digest digest
          && digest.digest() != 0
          && aboveFloor(group.figures())) {
        inspected++;
        if (scans(group.figures())) {
          violations.add(violation(digest, group));
        }
      }
    }
    return inspected > 0
        ? new Verdict(violations, List.of(), inspected, 0)
        : Verdict.unknown(
            NAME,
            "fleet",
            "no statement of the span has "
                + thresholds.minCalls()
                + " calls and "
                + Evidence.plain(thresholds.minSeconds())
                + " s");
  }

  private boolean aboveFloor(Figures figures) {
    return figures.loggedCalls() >= thresholds.minCalls()
        && figures.timeMicros() >= thresholds.minSeconds() * 1e6;
  }

  private boolean scans(Figures figures) {
    return fullScans(figures) >= thresholds.fullScanShare() * figures.loggedCalls()
        || figures.examinedPerSent().orElse(0) >= thresholds.examinedPerSent();
  }

  private Violation violation(GroupKey.Digest digest, GroupFacts group) {
    Figures figures = group.figures();
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.of("calls", figures.loggedCalls()));
    evidence.add(Evidence.of("queryTimeSeconds", figures.timeMicros() / 1e6));
    if (fullScans(figures) > 0) {
      evidence.add(Evidence.of("fullScans", fullScans(figures)));
    }
    evidence.add(Evidence.of("rowsExamined", figures.rowsExamined()));
    evidence.add(Evidence.of("rowsSent", figures.rowsSent()));
    evidence.add(Evidence.of("examinedPerSent", figures.examinedPerSent().orElse(0)));
    return Violation.of(
        NAME,
        severity,
        digest.name(),
        group.services(),
        message(figures) + ": " + digest.fingerprint(),
        evidence);
  }

  /** Full scans are named only where there are some: no scan may mean that none was logged. */
  private static String message(Figures figures) {
    String scans =
        fullScans(figures) > 0
            ? fullScans(figures) + " of " + figures.loggedCalls() + " calls scan a whole table; "
            : "";
    return scans
        + Evidence.plain(figures.examinedPerSent().orElse(0))
        + (figures.rowsSent() > 0
            ? " rows examined per row sent"
            : " rows examined per call, and none sent");
  }

  private static long fullScans(Figures figures) {
    return figures.effort().map(Effort::fullScans).orElse(0L);
  }
}
