package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.diff.SpanDiff;
import java.util.Collection;

/**
 * Whether the mean of a rate over time moved: by {@link SpanDiff#LEAST_STANDARD_ERRORS} standard
 * errors of Welch's t and more, of as many points as there are with a value.
 */
final class SeriesShift {

  private SeriesShift() {}

  /** More, less, or no more than chance explains; the same where there are too few points. */
  static ChangeWord of(Series before, Series now) {
    Collection<Double> old = before.values().values();
    Collection<Double> recent = now.values().values();
    if (Math.min(old.size(), recent.size()) < SpanDiff.LEAST_CALLS) {
      return ChangeWord.SAME;
    }
    double difference = mean(recent) - mean(old);
    double error = Math.sqrt(variance(old) / old.size() + variance(recent) / recent.size());
    if (Math.abs(difference) <= SpanDiff.LEAST_STANDARD_ERRORS * error) {
      return ChangeWord.SAME;
    }
    return difference > 0 ? ChangeWord.MORE : ChangeWord.LESS;
  }

  private static double mean(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double variance(Collection<Double> values) {
    double mean = mean(values);
    return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum()
        / (values.size() - 1);
  }
}
