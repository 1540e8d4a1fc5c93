package dev.watershed.analyzer.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.analyzer.service.ServiceMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NoisyNeighboursTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  /** What ten statements of the shop are while the report is loud, each. */
  private record Shop(long micros, long lockMicros, long rows) {}

  /** In every tenth minute the report takes 30 s; a shop runs ten statements in each minute. */
  private static NoisyNeighbours.Found find(
      int minutes, long slowShopMicros, boolean always, NeighbourInput input) {
    return find(minutes, new Shop(slowShopMicros, 0, 100), always, input);
  }

  private static NoisyNeighbours.Found find(
      int minutes, Shop loudShop, boolean always, NeighbourInput input) {
    WorkloadFixture fixture = new WorkloadFixture();
    for (int minute = 0; minute < minutes; minute++) {
      boolean loud = always || minute % 10 == 5 || minute % 17 == 3;
      fixture.at(START.plusSeconds(60L * minute + 30).toString());
      fixture.user("report").rows(1, 1).lockMicros(0).run(loud ? 30_000_000 : 1_000);
      fixture.user("shop");
      long rows = minute % 4 * 500L;
      Shop shop = loud ? loudShop : new Shop(10_000 + 10 * rows, 0, rows);
      fixture.rows(1, shop.rows()).lockMicros(shop.lockMicros());
      for (int call = 0; call < 10; call++) {
        fixture.run(shop.micros() + (minute * 7L + call * 13L) % 1_000);
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
                new TreeMap<>(Map.of("shop", 30_000.0))));
    assertThat(found.loud()).hasSize(1);
    LoudService noisy = found.loud().get(0);
    assertThat(noisy.service()).isEqualTo("report");
    assertThat(noisy.calendar()).containsExactly("sale");
    assertThat(noisy.width()).isEqualTo(Duration.ofMinutes(1));
    assertThat(noisy.loud()).as("20 and 12, of which one is both").isEqualTo(31);
    assertThat(noisy.first()).isEqualTo(START.plusSeconds(3 * 60));
    assertThat(noisy.last()).isEqualTo(START.plusSeconds(196 * 60));
    assertThat(noisy.loudShare()).isBetween(0.98, 0.99);
    assertThat(noisy.loudActive()).as("30 s of 60").isCloseTo(0.5, within(1e-6));
    assertThat(noisy.usualActive()).as("ten of 20 ms of 60 s").isBetween(0.0033, 0.0035);
    assertThat(noisy.slowed()).hasSize(1);
    assertThat(noisy.slowed().get(0).service()).isEqualTo("shop");
    assertThat(noisy.slowed().get(0).timesSlower()).isBetween(2.0, 2.6);
    assertThat(noisy.slowed().get(0).leavesBudget()).isTrue();
  }

  @Test
  void whereNobodyIsSlowerOnlyTheLoadIsNamed() {
    NoisyNeighbours.Found found = find(200, 10_000, false, NeighbourInput.NONE);
    assertThat(found.loud()).extracting(LoudService::service).containsExactly("report");
    assertThat(found.loud().get(0).slowed()).isEmpty();
    assertThat(found.loud().get(0).judged()).isEqualTo(1);
  }

  /** Ten microseconds a row, then as at other times. */
  @Test
  void whatTakesLongerForItsRowsIsNotSlowed() {
    NoisyNeighbours.Found found = find(200, new Shop(25_000, 0, 1_500), false, NeighbourInput.NONE);
    assertThat(found.loud()).singleElement().extracting(LoudService::judged).isEqualTo(1);
    assertThat(found.loud().get(0).noisy()).isFalse();
    assertThat(find(200, new Shop(25_000, 0, 100), false, NeighbourInput.NONE).loud())
        .singleElement()
        .satisfies(
            loud ->
                assertThat(loud.slowed().get(0).timesForSameWork().orElse(0)).isBetween(2.0, 2.6));
  }

  @Test
  void whatExaminesMoreThanEverCannotBeJudged() {
    assertThat(find(200, new Shop(200_000, 0, 10_000), false, NeighbourInput.NONE).loud())
        .singleElement()
        .satisfies(
            loud -> {
              assertThat(loud.judged()).isZero();
              assertThat(loud.noisy()).isFalse();
            });
  }

  @Test
  void whoWaitsForLocksIsNotSlowed() {
    assertThat(find(200, new Shop(90_000, 80_000, 100), false, NeighbourInput.NONE).loud())
        .singleElement()
        .satisfies(loud -> assertThat(loud.noisy()).isFalse());
  }

  /** The mean of all statements is what is left. */
  @Test
  void withoutRowsTheMeanTellsAndThatIsSaid() {
    WorkloadFixture fixture = new WorkloadFixture();
    for (int minute = 0; minute < 200; minute++) {
      boolean loud = minute % 10 == 5 || minute % 17 == 3;
      fixture.at(START.plusSeconds(60L * minute + 30).toString());
      fixture.user("report").run(loud ? 30_000_000 : 1_000);
      fixture.user("shop").weight(10).run(loud ? 40_000 : 10_000 + minute % 7).weight(1);
    }
    NoisyNeighbours.Found found =
        NoisyNeighbours.of(
            "db",
            ServiceSlots.of(fixture.build(), ServiceMapping.accounts()),
            true,
            NeighbourInput.NONE);
    assertThat(found.loud().get(0).slowed())
        .singleElement()
        .satisfies(slowed -> assertThat(slowed.timesForSameWork()).isEmpty());
    assertThat(found.notes()).singleElement().asString().contains("rows examined are not known");
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
