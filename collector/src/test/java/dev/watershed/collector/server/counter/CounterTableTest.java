package dev.watershed.collector.server.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class CounterTableTest {

  private static final IntPredicate NO_TIMES = counter -> false;

  private static final CounterTable.KeyCodec<String> TEXTS =
      new CounterTable.KeyCodec<>() {
        @Override
        public void write(String key, ByteWriter bytes) {
          bytes.text(key);
        }

        @Override
        public String read(ByteReader bytes) throws DamagedBytesException {
          return bytes.text();
        }
      };

  @Test
  void whatWasCountedSinceIsTheDifference() {
    CounterDifference<String> difference =
        table(Map.of("a", row(5, 50), "b", row(2, 20), "new", row(1, 1)))
            .since(table(Map.of("a", row(3, 30), "b", row(2, 20), "gone", row(9, 9))), NO_TIMES);
    assertThat(difference.rows()).containsOnlyKeys("a", "new");
    assertThat(difference.rows().get("a")).containsExactly(2, 20);
    assertThat(difference.rows().get("new")).containsExactly(1, 1);
    assertThat(difference.resets()).isZero();
    assertThat(difference.vanished()).isOne();
  }

  @Test
  void ofAKeyThatWasSetBackAllThatItShowsCounts() {
    CounterDifference<String> difference =
        table(Map.of("a", row(5, 2))).since(table(Map.of("a", row(3, 30))), NO_TIMES);
    assertThat(difference.rows().get("a")).containsExactly(5, 2);
    assertThat(difference.resets()).isOne();
  }

  @Test
  void aTimeThatBeganAtNothingAgainIsNoReset() {
    long last = CounterTable.TIMES_END_MICROS - 400;
    CounterTable<String> before = table(Map.of("a", row(1_000_000, last)));

    CounterDifference<String> wrapped =
        table(Map.of("a", row(1_000_003, 600))).since(before, counter -> counter == 1);
    assertThat(wrapped.rows().get("a")).containsExactly(3, 1_000);
    assertThat(wrapped.resets()).isZero();

    CounterDifference<String> reset =
        table(Map.of("a", row(3, 600))).since(before, counter -> counter == 1);
    assertThat(reset.rows().get("a")).as("the calls shrank, too").containsExactly(3, 600);
    assertThat(reset.resets()).isOne();
  }

  @Test
  void howeverOftenOneLooksTheDifferencesSumToWhatHappened() {
    Random random = new Random(4);
    CounterTable<String> before = CounterTable.empty(2);
    Map<String, long[]> server = new HashMap<>();
    Map<String, long[]> happened = new HashMap<>();
    Map<String, long[]> seen = new HashMap<>();
    for (int look = 0; look < 200; look++) {
      if (look % 50 == 49) {
        // Set back right behind a look, so that nothing is lost.
        server.clear();
      }
      for (int i = 0; i < random.nextInt(20); i++) {
        String key = "k" + random.nextInt(9);
        long[] more = row(1 + random.nextInt(3), random.nextInt(500));
        add(server, key, more);
        add(happened, key, more);
      }
      CounterTable<String> now = table(server);
      now.since(before, NO_TIMES).rows().forEach((key, row) -> add(seen, key, row));
      before = now;
    }
    long resetsThatGrewPastTheLook =
        happened.values().stream().mapToLong(row -> row[0]).sum()
            - seen.values().stream().mapToLong(row -> row[0]).sum();
    assertThat(resetsThatGrewPastTheLook).isZero();
    happened.forEach((key, row) -> assertThat(seen.get(key)).as(key).containsExactly(row));
  }

  @Test
  void bytesComeBackAsTheyWere() throws DamagedBytesException {
    CounterTable<String> table = table(Map.of("a", row(1, Long.MAX_VALUE), "b", row(0, 7)));
    ByteWriter bytes = new ByteWriter();
    table.encode(bytes);
    CounterTable<String> read = CounterTable.decode(new ByteReader(bytes.toByteArray()), TEXTS, 2);
    assertThat(read.since(table, NO_TIMES).rows()).isEmpty();
    assertThat(table.since(read, NO_TIMES).rows()).isEmpty();
    assertThat(read.size()).isEqualTo(2);
    assertThatThrownBy(() -> CounterTable.decode(new ByteReader(bytes.toByteArray()), TEXTS, 3))
        .isInstanceOf(DamagedBytesException.class);
  }

  /** As many names as a large schema has: none is held as it is. */
  @Test
  void aTableTakesLessThanItsNames() {
    Map<String, long[]> rows = new HashMap<>();
    Random random = new Random(5);
    for (int table = 0; table < 2_100; table++) {
      rows.put("market.booking_history_of_partner_" + table, row(random.nextInt(1_000), 7));
    }
    CounterTable<String> table = table(rows);
    Map<String, long[]> shown = new HashMap<>();
    table.forEach(shown::put);

    assertThat(table.bytes()).isLessThan(2_100 * "market.booking_history_of_partner_".length());
    assertThat(shown).hasSameSizeAs(rows);
    rows.forEach((key, row) -> assertThat(shown.get(key)).as(key).containsExactly(row));
  }

  private static void add(Map<String, long[]> rows, String key, long[] more) {
    long[] row = rows.computeIfAbsent(key, added -> new long[2]);
    row[0] += more[0];
    row[1] += more[1];
  }

  private static long[] row(long... counters) {
    return counters;
  }

  private static CounterTable<String> table(Map<String, long[]> rows) {
    CounterTable.Builder<String> table = new CounterTable.Builder<>(2, TEXTS);
    rows.forEach(table::add);
    return table.build();
  }
}
