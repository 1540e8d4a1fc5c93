package dev.watershed.analyzer.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.neighbour.NeighbourLoad.Meanwhile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of many seeds of fleets, how many say that somebody is a noisy neighbour. */
@Tag("long")
class NoisyNeighboursPropertyTest {

  private static final int SEEDS = 60;
  private static final int MOST_WRONG = SEEDS / 20;
  private static final int SERVERS = 3;

  /** A fleet whose servers have the same kind of load. */
  private static List<LoudService> fleet(long seed, Meanwhile first, Meanwhile others) {
    List<LoudService> alone = new ArrayList<>();
    for (int server = 0; server < SERVERS; server++) {
      NoisyNeighbours.Found found =
          NoisyNeighbours.of(
              "db" + server,
              NeighbourLoad.of(SERVERS * seed + server, server == 0 ? first : others),
              true,
              NeighbourInput.NONE);
      alone.addAll(found.loud());
    }
    return FleetCorrection.of(alone).loud();
  }

  @Test
  void whoSlowsOthersIsFound() {
    List<Long> missed = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      LoudService report = fleet(seed, Meanwhile.SLOWER, Meanwhile.NOTHING).get(0);
      assertThat(report.service()).isEqualTo("report");
      assertThat(report.judged()).isEqualTo(NeighbourLoad.SERVICES);
      if (!report.noisy()
          || !report.slowed().stream().allMatch(each -> each.service().matches("service[01]"))) {
        missed.add(seed);
      }
    }
    assertThat(missed).hasSizeLessThanOrEqualTo(MOST_WRONG);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLOWER")
  void whoSlowsNobodyIsNotCalledNoisy(Meanwhile meanwhile) {
    List<Long> wrong = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      List<LoudService> loud = fleet(seed, meanwhile, meanwhile);
      assertThat(loud).hasSize(SERVERS);
      if (loud.stream().anyMatch(LoudService::noisy)) {
        wrong.add(seed);
      }
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo(MOST_WRONG);
  }
}
