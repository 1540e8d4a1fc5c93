package dev.watershed.analyzer.ranking;

import dev.watershed.workload.LatencyHistogram;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The figures of several groups together. What is unknown of one is unknown of all. */
public final class FigureSum {

  private final Collection<Figures> groups;

  private FigureSum(Collection<Figures> groups) {
    this.groups = groups;
  }

  /** Empty without groups. */
  public static Optional<Figures> of(Collection<Figures> groups) {
    return groups.isEmpty() ? Optional.empty() : Optional.of(new FigureSum(groups).sum());
  }

  private Figures sum() {
    LatencyHistogram histogram = new LatencyHistogram();
    groups.forEach(each -> histogram.merge(each.histogram()));
    OptionalLong min = extreme(Figures::minMicros, Math::min);
    OptionalLong max = extreme(Figures::maxMicros, Math::max);
    return new Figures(
        sum(Figures::loggedCalls),
        sum(Figures::eventsRead),
        extreme(Figures::calls, Long::sum),
        sum(Figures::timeMicros),
        min,
        max,
        groups.stream().allMatch(each -> each.percentiles().isPresent())
            ? Percentiles.of(histogram, min.orElse(Long.MAX_VALUE), max.orElse(Long.MIN_VALUE))
            : Optional.empty(),
        variance(),
        sum(Figures::lockTimeMicros),
        sum(Figures::rowsSent),
        sum(Figures::rowsExamined),
        groups.stream().allMatch(each -> each.effort().isPresent())
            ? Optional.of(effort())
            : Optional.empty(),
        times(Figures::firstSeen).min(Comparator.naturalOrder()),
        times(Figures::lastSeen).max(Comparator.naturalOrder()),
        histogram);
  }

  private long sum(ToLongFunction<Figures> of) {
    return groups.stream().mapToLong(of).sum();
  }

  private OptionalLong extreme(Function<Figures, OptionalLong> of, LongBinaryOperator both) {
    return groups.stream().allMatch(each -> of.apply(each).isPresent())
        ? groups.stream().mapToLong(each -> of.apply(each).getAsLong()).reduce(both)
        : OptionalLong.empty();
  }

  /** E(t²) − E(t)², each group giving its calls · (variance + mean²). */
  private OptionalDouble variance() {
    double calls = sum(Figures::loggedCalls);
    if (calls == 0 || groups.stream().anyMatch(each -> each.varianceMicrosSquared().isEmpty())) {
      return OptionalDouble.empty();
    }
    double squares =
        groups.stream()
            .filter(each -> each.loggedCalls() > 0)
            .mapToDouble(
                each ->
                    each.loggedCalls() * each.varianceMicrosSquared().getAsDouble()
                        + (double) each.timeMicros() * each.timeMicros() / each.loggedCalls())
            .sum();
    double mean = sum(Figures::timeMicros) / calls;
    return OptionalDouble.of(Math.max(0, squares / calls - mean * mean));
  }

  private Effort effort() {
    return new Effort(
        effort(Effort::errors),
        effort(Effort::rowsAffected),
        effort(Effort::bytesSent),
        effort(Effort::temporaryTables),
        effort(Effort::temporaryDiskTables),
        effort(Effort::fullScans),
        effort(Effort::fullJoins),
        effort(Effort::sortRows),
        effort(Effort::sortMergePasses),
        effort(Effort::inheritedSchema),
        effort(Effort::cpuTimeMicros));
  }

  private long effort(ToLongFunction<Effort> of) {
    return groups.stream().flatMap(each -> each.effort().stream()).mapToLong(of).sum();
  }

  private Stream<Instant> times(Function<Figures, Optional<Instant>> of) {
    return groups.stream().flatMap(each -> of.apply(each).stream());
  }
}
