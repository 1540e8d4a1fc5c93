package dev.watershed.analyzer.span;

import dev.watershed.workload.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a digest took of the load.
 *
 * @param digest its id; 0 for those lumped
 * @param calls executions logged, weighted where the log was sampled
 * @param timeMicros sum of the execution times
 */
public record DigestLoad(long digest, long calls, long timeMicros) {

  /** What {@link #rank} needs of a scan. */
  public static final List<Measure> MEASURES = List.of(Measure.CALLS, Measure.TIME_MICROS);

  private static final Comparator<DigestLoad> ORDER =
      Comparator.comparingLong(DigestLoad::timeMicros)
          .reversed()
          .thenComparing(DigestLoad::digest, Long::compareUnsigned);

  /** All digests, the one that took the most time first. */
  public static List<DigestLoad> rank(DigestSums sums) {
    return IntStream.range(0, sums.size())
        .mapToObj(
            id ->
                new DigestLoad(
                    sums.digest(id),
                    sums.value(id, Measure.CALLS),
                    sums.value(id, Measure.TIME_MICROS)))
        .sorted(ORDER)
        .toList();
  }
}
