package dev.watershed.analyzer.diff;

import dev.watershed.analyzer.ranking.Figures;
import java.time.Duration;

/**
 * Whether the execution time per second moved from one span to another: by at least {@link
 * SpanDiff#LEAST_RATIO}, and by more standard errors than {@link SpanDiff#LEAST_STANDARD_ERRORS}.
 *
 * <p>The time of a span is the sum of n independent times, and n is a Poisson variable, so that its
 * variance is n · (v + m²), with the mean m and the variance v of a time (compound Poisson
 * distribution; W. Feller, "An Introduction to Probability Theory and Its Applications" I, XII).
 */
public enum LoadShift {
  MORE("more"),
  LESS("less"),
  SAME("same"),
  /** Too few calls of either span, or an unknown variance. */
  UNDECIDED("undecided");

  private final String key;

  LoadShift(String key) {
    this.key = key;
  }

  /** The word in results. */
  public String key() {
    return key;
  }

  /**
   * Compares what a group of executions cost in two spans.
   *
   * @param baseSpan longer than nothing
   * @param headSpan likewise
   */
  public static LoadShift of(Figures base, Duration baseSpan, Figures head, Duration headSpan) {
    if (Math.min(base.loggedCalls(), head.loggedCalls()) < SpanDiff.LEAST_CALLS
        || base.varianceMicrosSquared().isEmpty()
        || head.varianceMicrosSquared().isEmpty()) {
      return UNDECIDED;
    }
    double before = base.timeMicros() / seconds(baseSpan);
    double now = head.timeMicros() / seconds(headSpan);
    double error = Math.sqrt(variance(base, baseSpan) + variance(head, headSpan));
    boolean far = now >= before * SpanDiff.LEAST_RATIO || before >= now * SpanDiff.LEAST_RATIO;
    if (!far || Math.abs(now - before) <= SpanDiff.LEAST_STANDARD_ERRORS * error) {
      return SAME;
    }
    return now > before ? MORE : LESS;
  }

  private static double variance(Figures figures, Duration span) {
    double mean = (double) figures.timeMicros() / figures.loggedCalls();
    double second = figures.varianceMicrosSquared().orElse(0) + mean * mean;
    double seconds = seconds(span);
    return figures.loggedCalls() * second / (seconds * seconds);
  }

  private static double seconds(Duration span) {
    return span.toMillis() / 1_000.0;
  }
}
