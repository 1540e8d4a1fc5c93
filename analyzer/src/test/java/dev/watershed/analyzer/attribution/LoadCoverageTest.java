package dev.watershed.analyzer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the true load of a service lies in the reported interval, in simulated servers. */
@Tag("long")
class LoadCoverageTest {

  private static final int SEEDS = 60;

  @ParameterizedTest(name = "{0} digests of {1} s, {2} at a time each, for {3} s")
  @CsvSource({
    // Most digests are never seen, and the whole is known by a few dozen samples.
    "400, 0.005, 0.002, 60",
    // Some stand alone, some together.
    "100, 0.02,  0.02,  300",
    // All stand alone.
    "10,  0.05,  0.5,   300",
    // Executions that last for many looks.
    "10,  8.0,   0.5,   900",
  })
  void theTrueLoadLiesInItsIntervalInAboutNineteenOfTwentyCases(
      int digests, double length, double atATime, int seconds) {
    int cases = 0;
    int covered = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      SimulatedServer server = SimulatedServer.uniform(seed, digests, seconds, length, atATime);
      AttributedLoad load =
          LoadAttribution.of(
              SampledShares.of(server.samples(), ServiceMapping.accounts()), server.times());
      for (String service : server.services()) {
        cases++;
        covered += load.of(Attribution.of(service)).contains(server.micros(service)) ? 1 : 0;
      }
      double sum = load.services().stream().mapToDouble(part -> part.micros().estimate()).sum();
      assertThat(sum + load.openMicros())
          .as("nothing is lost or made")
          .isCloseTo(
              server.times().sum(),
              org.assertj.core.data.Offset.offset(0.001 * load.totalMicros()));
    }
    assertThat((double) covered / cases).as("%s cases", cases).isBetween(0.92, 1.0);
  }
}
