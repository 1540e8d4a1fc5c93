package dev.watershed.reports;

import dev.watershed.analyzer.decision.MeasuredDecision;
import dev.watershed.analyzer.diff.SpanDiff;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Two spans and what changed.
 *
 * @param base what was compared with
 * @param head what was compared
 * @param diff the changes
 * @param decisions of the ledger that were accepted or done, and whether they helped
 * @param notes what a reader has to know before he believes them
 */
public record ComparedSpans(
    Span base, Span head, SpanDiff diff, List<MeasuredDecision> decisions, List<String> notes) {

  /**
   * The time that the windows of one side cover.
   *
   * @param from inclusive
   * @param until exclusive
   * @param events executions logged
   */
  public record Span(Instant from, Instant until, long events) {

    public Span {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(until, "until");
    }
  }

  public ComparedSpans {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(diff, "diff");
    decisions = List.copyOf(decisions);
    notes = List.copyOf(notes);
  }
}
