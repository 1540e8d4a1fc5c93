package dev.watershed.workload.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.observation.ObservationEvents.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationsTest {

  @ParameterizedTest(name = "seed {0}, tight {1}")
  @CsvSource({"1, false", "2, false", "3, true", "4, true", "5, true", "6, true", "7, true"})
  void howeverTheyAreCutAndMergedTheySayTheSame(long seed, boolean tight) {
    ObservationBounds bounds = tight ? ObservationEvents.TIGHT : ObservationEvents.WIDE;
    List<Event<?, ?>> events = ObservationEvents.random(seed, 600);
    String expected = ObservationEvents.oracle(events, bounds);
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(events, random);
      assertThat(ObservationEvents.text(merged(parts(events, random), bounds, random)))
          .isEqualTo(expected);
    }
  }

  @Test
  void whatIsBeyondTheBoundIsCountedInOneRow() {
    ObservationRows<TableUse.Key, TableUse.Figure> rows = new ObservationRows<>(TableUse.KIND, 3);
    for (int i = 0; i < 50; i++) {
      rows.add(new TableUse.Key("shop", "t" + i), TableUse.Figure.FETCHED, 2);
    }
    ObservationTable<TableUse.Key, TableUse.Figure> table = rows.build();
    assertThat(table.size()).isEqualTo(4);
    int lumped = table.rowOf(TableUse.KIND.lumped());
    assertThat(table.value(lumped, TableUse.Figure.FETCHED)).isEqualTo(2 * 47);
    assertThat(table.keptHash()).isNotEqualTo(-1);
  }

  @Test
  void ofAFactTheValueThatWasSeenLastHolds() {
    ObservationRows<ServerFacts.Key, ServerFacts.Figure> rows =
        new ObservationRows<>(ServerFacts.KIND, 10);
    seen(rows, "one", "100", 5);
    seen(rows, "one", "200", 9);
    seen(rows, "one", "100", 7);
    seen(rows, "other", "300", 99);
    ObservationTable<ServerFacts.Key, ServerFacts.Figure> facts = rows.build();
    assertThat(ServerFacts.latest(facts, "one", ServerFact.MAX_CONNECTIONS)).contains("200");
    assertThat(ServerFacts.latest(facts, "one", ServerFact.SQL_MODE)).isEmpty();
    assertThat(ServerFacts.latest(facts, "none", ServerFact.MAX_CONNECTIONS)).isEmpty();
  }

  @Test
  void ofValuesThatWereSeenAtOnceTheLaterInOrderHolds() {
    ObservationRows<ServerFacts.Key, ServerFacts.Figure> rows =
        new ObservationRows<>(ServerFacts.KIND, 10);
    seen(rows, "one", "200", 9);
    seen(rows, "one", "100", 9);
    assertThat(ServerFacts.latest(rows.build(), "one", ServerFact.MAX_CONNECTIONS)).contains("200");
  }

  @Test
  void aRowIsFoundByItsKey() {
    ObservationRows<TableUse.Key, TableUse.Figure> rows = new ObservationRows<>(TableUse.KIND, 9);
    for (int i = 0; i < 4; i++) {
      rows.add(new TableUse.Key("shop", "t" + i), TableUse.Figure.FETCHED, 5 + i);
    }
    ObservationTable<TableUse.Key, TableUse.Figure> table = rows.build();
    int row = table.rowOf(new TableUse.Key("shop", "t2"));
    assertThat(table.key(row)).isEqualTo(new TableUse.Key("shop", "t2"));
    assertThat(table.value(row, TableUse.Figure.FETCHED)).isEqualTo(7);
    assertThat(table.rowOf(new TableUse.Key("shop", "t9"))).isNegative();
  }

  @Test
  void tablesAreEqualIfAllTheyHoldIs() {
    assertThat(fetched(5, 9)).isEqualTo(fetched(5, 9)).hasSameHashCodeAs(fetched(5, 9));
    assertThat(fetched(5, 9)).isNotEqualTo(fetched(6, 9)).isNotEqualTo("table");
    assertThat(fetched(5, 9)).isNotEqualTo(ObservationTable.empty(TableUse.KIND));
    assertThat(fetched(5, 1)).as("of rows that were left out").isNotEqualTo(fetched(5, 9));
  }

  private static ObservationTable<TableUse.Key, TableUse.Figure> fetched(long rows, int bound) {
    ObservationRows<TableUse.Key, TableUse.Figure> table =
        new ObservationRows<>(TableUse.KIND, bound);
    table.add(new TableUse.Key("shop", "t"), TableUse.Figure.FETCHED, rows);
    table.add(new TableUse.Key("shop", "u"), TableUse.Figure.FETCHED, rows);
    return table.build();
  }

  @Test
  void roundsOfSamplesAddUpAndTheLongestGapStays() {
    SamplingRounds.Key key =
        new SamplingRounds.Key(
            SamplingRounds.Subject.LOCK_WAITS.key(), "time since the one before");
    Observations merged = rounds(key, 3, 700).merge(rounds(key, 4, 500), ObservationEvents.WIDE);
    ObservationTable<SamplingRounds.Key, SamplingRounds.Figure> rounds = merged.rounds();
    assertThat(rounds.keys()).containsExactly(key);
    assertThat(rounds.value(0, SamplingRounds.Figure.ROUNDS)).isEqualTo(7);
    assertThat(rounds.value(0, SamplingRounds.Figure.GAP_MICROS_MAX)).isEqualTo(700);
  }

  private static Observations rounds(SamplingRounds.Key key, long count, long gapMicros) {
    ObservationsBuilder builder = new ObservationsBuilder(ObservationEvents.WIDE);
    builder.rounds().add(key, SamplingRounds.Figure.ROUNDS, count);
    builder.rounds().add(key, SamplingRounds.Figure.GAP_MICROS_MAX, gapMicros);
    return builder.build();
  }

  @Test
  void factsAreFoundByTheirNames() {
    assertThat(ServerFact.of("max_connections")).contains(ServerFact.MAX_CONNECTIONS);
    assertThat(ServerFact.of("MAX_CONNECTIONS")).isEmpty();
    assertThat(ServerFact.of("of_another_version")).isEmpty();
    assertThat(ServerFact.MAX_CONNECTIONS.isSetting()).isTrue();
    assertThat(ServerFact.SERVER_ID.isSetting()).isTrue();
    assertThat(ServerFact.VERSION.isSetting()).isFalse();
  }

  @Test
  void aTableKeepsAtLeastOneRow() {
    assertThatThrownBy(() -> new ObservationBounds(1, 1, 1, 1, 1, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  private static void seen(
      ObservationRows<ServerFacts.Key, ServerFacts.Figure> rows,
      String server,
      String value,
      long at) {
    ServerFacts.Key key = new ServerFacts.Key(server, ServerFact.MAX_CONNECTIONS.key(), value);
    rows.add(key, ServerFacts.Figure.FIRST_SEEN_MICROS, at);
    rows.add(key, ServerFacts.Figure.LAST_SEEN_MICROS, at);
  }

  private static List<List<Event<?, ?>>> parts(List<Event<?, ?>> events, Random random) {
    List<List<Event<?, ?>>> parts = new ArrayList<>();
    int from = 0;
    while (from < events.size()) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(events.size()));
      parts.add(events.subList(from, to));
      from = to;
    }
    return parts;
  }

  /** Merges two neighbours at a time, chosen at random, until one is left. */
  private static Observations merged(
      List<List<Event<?, ?>>> parts, ObservationBounds bounds, Random random) {
    List<Observations> left = new ArrayList<>();
    parts.forEach(part -> left.add(ObservationEvents.observations(part, bounds)));
    while (left.size() > 1) {
      Observations one = left.remove(random.nextInt(left.size()));
      Observations other = left.remove(random.nextInt(left.size()));
      left.add(one.merge(other, bounds));
    }
    return left.get(0);
  }
}
