package dev.watershed.analyzer.ranking;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** By what a ranking is ordered; the greatest comes first, the unknown last. */
public enum Order {
  /** Sum of execution times. */
  TIME("time", false, figures -> OptionalDouble.of(figures.timeMicros())),
  /** The time that 95 % of the executions do not exceed. */
  P95("p95", true, figures -> percentile(figures, Percentiles::p95Micros)),
  /** The time that 99 % of the executions do not exceed. */
  P99("p99", true, figures -> percentile(figures, Percentiles::p99Micros)),
  /** Executions. */
  CALLS("calls", true, figures -> calls(figures.calls())),
  /** Rows that the storage engine read. */
  ROWS_EXAMINED("rows-examined", false, figures -> OptionalDouble.of(figures.rowsExamined())),
  /** Rows read per row sent; see {@link Figures#examinedPerSent()}. */
  EXAMINED_PER_SENT("examined-per-sent", false, Figures::examinedPerSent),
  /** Sum of lock times. */
  LOCK_TIME("lock-time", false, figures -> OptionalDouble.of(figures.lockTimeMicros())),
  /** Population variance of the execution times. */
  VARIANCE("variance", true, Figures::varianceMicrosSquared);

  private final String key;
  private final boolean needsEveryExecution;
  private final Function<Figures, OptionalDouble> value;

  Order(String key, boolean needsEveryExecution, Function<Figures, OptionalDouble> value) {
    this.key = key;
    this.needsEveryExecution = needsEveryExecution;
    this.value = value;
  }

  /** The name on the command line and in JSON. */
  public String key() {
    return key;
  }

  /** Whether a log with a threshold cannot tell it. */
  public boolean needsEveryExecution() {
    return needsEveryExecution;
  }

  /** Whether it follows from the distribution of the times, which is costly to look at. */
  boolean needsDistribution() {
    return this == P95 || this == P99 || this == VARIANCE;
  }

  /** The order of figures: by this value, then by time, then by executions in the log. */
  Comparator<Figures> comparator() {
    return Comparator.comparingDouble(this::sortValue)
        .thenComparingLong(Figures::timeMicros)
        .thenComparingLong(Figures::loggedCalls)
        .reversed();
  }

  private double sortValue(Figures figures) {
    return value.apply(figures).orElse(Double.NEGATIVE_INFINITY);
  }

  private static OptionalDouble percentile(
      Figures figures, Function<Percentiles, Double> percentile) {
    return figures.percentiles().isPresent()
        ? OptionalDouble.of(percentile.apply(figures.percentiles().get()))
        : OptionalDouble.empty();
  }

  private static OptionalDouble calls(OptionalLong calls) {
    return calls.isPresent() ? OptionalDouble.of(calls.getAsLong()) : OptionalDouble.empty();
  }
}
