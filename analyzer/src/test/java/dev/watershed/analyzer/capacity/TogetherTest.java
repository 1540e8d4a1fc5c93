package dev.watershed.analyzer.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.cost.Money;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TogetherTest {

  private static final int DAYS = 2;

  /** Half a processor, but 2.5 in one hour of each day. */
  private static ServerUse use(String name, int peakHour, ServerLimits limits, int days) {
    TreeMap<Long, Double> values = new TreeMap<>();
    for (long minute = 0; minute < days * 1_440L; minute++) {
      values.put(minute, minute / 60 % 24 == peakHour ? 2.5 : 0.5);
    }
    return new ServerUse(
        name,
        name,
        new Series(values, 1),
        true,
        Optional.empty(),
        OptionalLong.of(1_000),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        0,
        limits);
  }

  private static ServerLimits limits(String currency) {
    return limits(currency, 5);
  }

  private static ServerLimits limits(String currency, double cpus) {
    return new ServerLimits(
        OptionalDouble.of(cpus), OptionalDouble.of(4_000), Optional.of(new Money(currency, 100)));
  }

  @Test
  void peaksAtDifferentHoursFit() {
    Together pair =
        Together.of(use("a", 3, limits("JPY"), DAYS), use("b", 15, limits("JPY"), DAYS));
    assertThat(pair.fits()).contains(true);
    assertThat(pair.peakProcessors()).hasValue(3.0);
    assertThat(pair.costBefore()).contains(new Money("JPY", 200));
    assertThat(pair.leastCostAfter()).contains(new Money("JPY", 100));
  }

  @Test
  void peaksAtOnceDoNot() {
    Together pair = Together.of(use("a", 3, limits("JPY"), DAYS), use("b", 3, limits("JPY"), DAYS));
    assertThat(pair.fits()).contains(false);
    assertThat(pair.peakProcessors()).hasValue(5.0);
    assertThat(pair.tooMuch()).singleElement().asString().contains("of the 5 of a");
    ServerUse small = use("a", 3, limits("JPY", 1.5), DAYS);
    assertThat(Together.of(small, use("b", 3, limits("JPY"), DAYS)).tooMuch())
        .singleElement()
        .asString()
        .contains("of the 1.5 of a");
  }

  @Test
  void twoCurrenciesAreNotAdded() {
    assertThat(
            Together.of(use("a", 3, limits("JPY"), DAYS), use("b", 15, limits("EUR"), DAYS))
                .costBefore())
        .isEmpty();
  }

  @Test
  void withoutCapacityOrADayItCannotBeTold() {
    Together pair =
        Together.of(use("a", 3, ServerLimits.UNKNOWN, DAYS), use("b", 15, limits("JPY"), DAYS));
    assertThat(pair.fits()).isEmpty();
    assertThat(pair.unknown())
        .contains(
            "capacity.cpus of a is not configured",
            "capacity.bufferPoolGiB of a is not configured");
    ServerUse empty = use("a", 3, limits("JPY"), 0);
    assertThat(Together.of(empty, use("b", 15, limits("JPY"), DAYS)).fits()).isEmpty();
  }
}
