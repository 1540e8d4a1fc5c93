package dev.watershed.analyzer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the true share lies in the reported interval, in simulated runs of a server. */
@Tag("long")
class ShareCoverageTest {

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L);

  /** Whether each true share was in its interval, and how wide that was. */
  private static final class Coverage {

    private int cases;
    private int covered;
    private final DoubleArrayList widths = new DoubleArrayList();

    void add(SimulatedServer server) {
      List<DigestShares> all = SampledShares.of(server.samples(), ServiceMapping.accounts());
      for (DigestShares digest : all) {
        for (String service : server.services()) {
          double truth = server.share(digest.digest(), service);
          Optional<ServiceShare> seen =
              digest.services().stream()
                  .filter(share -> share.service().equals(Attribution.of(service)))
                  .findFirst();
          Interval interval = seen.map(ServiceShare::share).orElse(digest.unseen());
          cases++;
          covered += interval.contains(truth) ? 1 : 0;
          widths.add(interval.width());
        }
      }
    }

    double share() {
      return (double) covered / cases;
    }

    double medianWidth() {
      return widths.toSortedList().get(widths.size() / 2);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aFleetsMixIsCovered(long seed) {
    Coverage coverage = new Coverage();
    coverage.add(SimulatedServer.mixed(seed, 220, 900));
    assertThat(coverage.cases).isGreaterThanOrEqualTo(1_000);
    assertThat(coverage.share())
        .as("%s cases, median width %s", coverage.cases, coverage.medianWidth())
        .isBetween(0.92, 0.98);
  }

  @ParameterizedTest(name = "executions of {0} s, {1} at a time")
  @CsvSource({
    "0.002, 0.2",
    "0.02,  1.0",
    "0.2,   1.0",
    "0.7,   2.0",
    "1.5,   2.0",
    "4.0,   3.0",
    "20.0,  4.0",
  })
  void whateverTheLengthOfTheExecutionsTheyAreCovered(double seconds, double atATime) {
    Coverage coverage = new Coverage();
    for (long seed : SEEDS) {
      coverage.add(SimulatedServer.uniform(seed, 36, 900, seconds, atATime));
    }
    assertThat(coverage.cases).isGreaterThanOrEqualTo(1_000);
    assertThat(coverage.share())
        .as("%s cases, median width %s", coverage.cases, coverage.medianWidth())
        .isBetween(0.92, 0.98);
  }

  @Test
  void moreLooksMakeNarrowerIntervals() {
    List<Double> widths = new ArrayList<>();
    for (int seconds : List.of(300, 1_200, 4_800)) {
      Coverage coverage = new Coverage();
      coverage.add(SimulatedServer.uniform(9, 20, seconds, 0.02, 0.5));
      widths.add(coverage.medianWidth());
    }
    // Four times the looks halve the width.
    assertThat(widths.get(1)).isLessThan(widths.get(0) * 0.65);
    assertThat(widths.get(2)).isLessThan(widths.get(1) * 0.65);
  }
}
