package dev.watershed.analyzer.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.analyzer.service.ServiceMapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NoisyNeighboursTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  /** In every tenth minute the report takes 30 s; a shop runs ten statements in each minute. */
  private static NoisyNeighbours.Found find(
      int minutes, long slowShopMicros, boolean always, NeighbourInput input) {
    WorkloadFixture fixture = new WorkloadFixture();
    for (int minute = 0; minute < minutes; minute++) {
      boolean loud = always || minute % 10 == 5 || minute % 17 == 3;
      fixture.at(START.plusSeconds(60L * minute + 30).toString());
      fixture.user("report").run(loud ? 30_000_000 : 1_000);
      fixture.user("shop");
      for (int call = 0; call < 10; call++) {
        fixture.run((loud ? slowShopMicros : 10_000) + (minute * 7L + call * 13L) % 1_000);
      }
    }
    ServiceSlots slots = ServiceSlots.of(fixture.build(), ServiceMapping.accounts());
    return NoisyNeighbours.of("db", slots, true, input);
  }

  @Test
  void whoSlowsOthersIsNamedWithThem() {
    NoisyNeighbours.Found found =
        find(
            200,
            40_000,
            false,
            new NeighbourInput(
                List.of(
                    new CalendarEntry("sale", START, START.plusSeconds(600)),
                    new CalendarEntry("holiday", START.minusSeconds(600), START)),
                new TreeMap<>(Map.of("shop", 20_000.0))));
    assertThat(found.loud()).hasSize(1);
    LoudService noisy = found.loud().get(0);
    assertThat(noisy.service()).isEqualTo("report");
    assertThat(noisy.calendar()).containsExactly("sale");
    assertThat(noisy.slowed()).hasSize(1);
    assertThat(noisy.slowed().get(0).service()).isEqualTo("shop");
    assertThat(noisy.slowed().get(0).timesSlower()).isBetween(3.5, 4.5);
    assertThat(noisy.slowed().get(0).leavesBudget()).isTrue();
  }

  @Test
  void whereNobodyIsSlowerOnlyTheLoadIsNamed() {
    NoisyNeighbours.Found found = find(200, 10_000, false, NeighbourInput.NONE);
    assertThat(found.loud()).extracting(LoudService::service).containsExactly("report");
    assertThat(found.loud().get(0).slowed()).isEmpty();
    assertThat(found.loud().get(0).judged()).isEqualTo(1);
  }

  @Test
  void whoIsAlwaysLargeIsNotNoisy() {
    assertThat(find(200, 40_000, true, NeighbourInput.NONE).loud()).isEmpty();
  }

  @Test
  void fewMinutesDoNotTell() {
    NoisyNeighbours.Found found = find(15, 40_000, false, NeighbourInput.NONE);
    assertThat(found.loud()).isEmpty();
    assertThat(found.notes()).singleElement().asString().contains("15 of the 20 slots");
  }
}
