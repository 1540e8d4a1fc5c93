package dev.watershed.analyzer.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.neighbour.SlowedService.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FleetCorrectionTest {

  private static LoudService loud(String name, int judged, double... probabilities) {
    Latency latency = new Latency(10, 100, 1_000, 0, OptionalDouble.empty());
    return new LoudService(
        "0000000000000000",
        "db",
        name,
        10,
        100,
        Duration.ofMinutes(1),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(60),
        0.9,
        0.1,
        1,
        0.1,
        List.of(),
        DoubleStream.of(probabilities)
            .mapToObj(
                probability ->
                    new SlowedService(
                        "shop",
                        latency,
                        latency,
                        OptionalDouble.of(1.5),
                        probability,
                        OptionalDouble.empty()))
            .toList(),
        judged,
        5);
  }

  @Test
  void oneLoudServiceKeepsItsProbabilities() {
    FleetCorrection.Corrected corrected = FleetCorrection.of(List.of(loud("report", 3, 0.01)));
    assertThat(corrected.loud().get(0).slowed().get(0).probability()).isEqualTo(0.01);
    assertThat(corrected.notes()).isEmpty();
  }

  @Test
  void oneOfManyNeedsMore() {
    LoudService[] sixty = new LoudService[60];
    Arrays.setAll(sixty, each -> loud("quiet" + each, 3));
    sixty[7] = loud("report", 3, 0.01);
    FleetCorrection.Corrected corrected = FleetCorrection.of(List.of(sixty));
    assertThat(corrected.loud()).noneMatch(LoudService::noisy);
    assertThat(corrected.notes())
        .singleElement()
        .asString()
        .contains("while report was loud, which may be chance among 60 loud services");
    sixty[7] = loud("report", 3, 0.0003);
    assertThat(FleetCorrection.of(List.of(sixty)).loud())
        .filteredOn(LoudService::noisy)
        .extracting(LoudService::service)
        .containsExactly("report");
  }

  @Test
  void whoCouldNotBeJudgedDoesNotCount() {
    assertThat(FleetCorrection.of(List.of(loud("night", 0), loud("report", 1, 0.02))).loud())
        .extracting(LoudService::noisy)
        .containsExactly(false, true);
  }

  /** Against Holm's rule as it is written: the k-th least against the level by those left. */
  @Test
  void familiesAreRejectedAsHolmSays() {
    Random random = new Random(5);
    double level = 0.05;
    for (int round = 0; round < 500; round++) {
      double[][] families = new double[1 + random.nextInt(6)][1];
      for (double[] family : families) {
        family[0] = Math.pow(random.nextDouble(), 4);
      }
      double[] sorted = Arrays.stream(families).mapToDouble(family -> family[0]).sorted().toArray();
      int rejected = 0;
      while (rejected < sorted.length && sorted[rejected] <= level / (sorted.length - rejected)) {
        rejected++;
      }
      long counted =
          Arrays.stream(FleetCorrection.probabilities(families))
              .filter(family -> family[0] <= level)
              .count();
      assertThat(counted).as("round " + round).isEqualTo(rejected);
    }
  }
}
