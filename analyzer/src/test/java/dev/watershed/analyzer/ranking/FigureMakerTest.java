package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Execution;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureMakerTest {

  private static final int CALLS = 20;
  private static final long MICROS = 1_000;

  /** Squares of a part would make the times of all seem closer to each other, or further apart. */
  @ParameterizedTest(name = "{0} of 20")
  @CsvSource({"20, true", "18, true", "17, false", "1, false", "0, false"})
  void theVarianceIsUnknownWhereFewTimesAreKnown(int timed, boolean known) {
    Figures figures = figures(timed);

    assertThat(figures.varianceMicrosSquared().isPresent()).isEqualTo(known);
    assertThat(figures.percentiles().isPresent()).isEqualTo(timed > 0);
    assertThat(figures.loggedCalls()).isEqualTo(CALLS);
  }

  private static Figures figures(int timed) {
    Map<Measure, Long> values = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      values.put(measure, measure.neutral());
    }
    LatencyHistogram histogram = new LatencyHistogram();
    Execution execution = new Execution();
    // One that took long has its square in any case, so that the squares seem to be enough.
    execution.timeMicros(1_000 * MICROS);
    add(values, execution);
    histogram.add(1_000 * MICROS, timed);
    for (int call = 1; call < CALLS; call++) {
      execution.clear();
      execution.timeMicros(MICROS);
      add(values, execution);
    }
    values.put(Measure.CALLS, (long) CALLS);
    return FigureMaker.make(
        values::get,
        histogram,
        new Visibility(OptionalDouble.of(0), OptionalLong.empty(), false),
        true,
        false);
  }

  private static void add(Map<Measure, Long> values, Execution execution) {
    for (Measure measure :
        new Measure[] {Measure.TIME_MICROS, Measure.TIME_SQUARE_LOW, Measure.TIME_SQUARE_HIGH}) {
      values.merge(measure, execution.value(measure), Long::sum);
    }
  }
}
