package dev.watershed.analyzer.decision;

import dev.watershed.analyzer.ranking.Figures;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A statement of an advice, predicted and measured.
 *
 * @param base what it cost before, on all servers of the span
 * @param head what it costs after
 */
public record MeasuredDigest(KnownFinding.Prediction predicted, Side base, Side head) {

  /**
   * One span.
   *
   * @param calls executions logged
   * @param rowsExaminedPerCall empty without calls
   * @param microsPerCall likewise
   */
  public record Side(long calls, OptionalDouble rowsExaminedPerCall, OptionalDouble microsPerCall) {

    public Side {
      Objects.requireNonNull(rowsExaminedPerCall, "rowsExaminedPerCall");
      Objects.requireNonNull(microsPerCall, "microsPerCall");
    }

    /** Of the figures of a digest; without any it did not run. */
    public static Side of(Optional<Figures> figures) {
      long calls = figures.map(Figures::loggedCalls).orElse(0L);
      if (calls == 0) {
        return new Side(0, OptionalDouble.empty(), OptionalDouble.empty());
      }
      return new Side(
          calls,
          OptionalDouble.of((double) figures.get().rowsExamined() / calls),
          OptionalDouble.of((double) figures.get().timeMicros() / calls));
    }
  }

  public MeasuredDigest {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(head, "head");
  }
}
