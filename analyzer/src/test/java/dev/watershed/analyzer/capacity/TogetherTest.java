package dev.watershed.analyzer.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.cost.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TogetherTest {

  private static final int DAYS = 2;

  private static ServerUse use(String name, int peakHour, ServerLimits limits, int days) {
    return use(
        name,
        peakHour,
        1_000,
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        limits,
        days);
  }

  private static ServerUse use(
      String name,
      int peakHour,
      long workingSet,
      double redo,
      long connections,
      long redoCapacity,
      long maxConnections) {
    return use(
        name,
        peakHour,
        workingSet,
        OptionalDouble.of(redo),
        OptionalLong.of(connections),
        OptionalLong.of(redoCapacity),
        OptionalLong.of(maxConnections),
        limits("JPY"),
        DAYS);
  }

  /** Half a processor, but 2.5 in one hour of each day. */
  private static ServerUse use(
      String name,
      int peakHour,
      long workingSet,
      OptionalDouble redo,
      OptionalLong connections,
      OptionalLong redoCapacity,
      OptionalLong maxConnections,
      ServerLimits limits,
      int days) {
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
        OptionalLong.of(workingSet),
        redo,
        connections,
        redoCapacity,
        maxConnections,
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

  /** Ten minutes of redo, all connections, and tables in use against the buffer pool. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2000 | 2000 | 1 | 2 | 1800 | 50 | 50 | 100 | | ",
        "2000 | 2001 | 1 | 2 | 1800 | 50 | 50 | 100 | | the tables in use of both are larger",
        "2000 | 2000 | 1 | 2 | 1799 | 50 | 50 | 100 | ten minutes of redo | ",
        "2000 | 2000 | 1 | 2 | 1800 | 50 | 51 | 100 | more connections than | ",
      })
  void whatIsTooMuchIsNamed(
      long oneSet,
      long otherSet,
      double oneRedo,
      double otherRedo,
      long capacity,
      long oneConnections,
      long otherConnections,
      long most,
      String tooMuch,
      String unknown) {
    Together pair =
        Together.of(
            use("a", 3, oneSet, oneRedo, oneConnections, capacity, most),
            use("b", 15, otherSet, otherRedo, otherConnections, capacity, most));
    assertThat(pair.unchecked()).isEmpty();
    assertSays(pair.tooMuch(), tooMuch);
    assertSays(pair.unknown(), unknown);
    assertThat(pair.fits())
        .isEqualTo(
            tooMuch != null
                ? Optional.of(false)
                : unknown != null ? Optional.empty() : Optional.of(true));
  }

  private static void assertSays(List<String> clauses, String piece) {
    if (piece == null) {
      assertThat(clauses).isEmpty();
    } else {
      assertThat(clauses).singleElement().asString().contains(piece);
    }
  }

  @Test
  void whatIsNotKnownIsNamed() {
    Together pair =
        Together.of(use("a", 3, limits("JPY"), DAYS), use("b", 15, limits("JPY"), DAYS));
    assertThat(pair.unchecked())
        .containsExactlyInAnyOrder(
            "how much redo a writes is not known",
            "how much redo b writes is not known",
            "the size of the redo log of a is not known",
            "connections are not known");
  }
}
