package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestCountersTest {

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "10, 500, 1, 10, 500, 1, false, 'nothing happened'",
    "10, 500, 1, 11, 600, 1, false, 'it ran'",
    "10, 500, 1,  9, 600, 1, true,  'fewer calls'",
    "10, 500, 1, 10, 499, 1, true,  'less time'",
    "10, 500, 1, 10, 500, 2, true,  'an equal count that began later'",
    "10, 500, 1, 20, 900, 2, true,  'a greater count that began later'",
    " 0,   0, 0,  5, 100, 9, false, 'a row that is new'",
  })
  void aRowThatBeganAnewIsSeen(
      long calls,
      long time,
      long first,
      long callsNow,
      long timeNow,
      long firstNow,
      boolean reset,
      String why) {
    assertThat(row(callsNow, timeNow, firstNow).resetSince(row(calls, time, first)))
        .as(why)
        .isEqualTo(reset);
  }

  @Test
  void aTimeThatWrappedAroundIsNoReset() {
    DigestCounters before = row(10, -1_000_000, 1);
    DigestCounters now = row(11, 2_000_000, 1);

    assertThat(now.resetSince(before)).isFalse();
    assertThat(DigestCounter.TIME.added(-1_000_000, 2_000_000)).isEqualTo(3);
  }

  @Test
  void roundingLosesNothingOverManyLooks() {
    long[] looks = {0, 999_999, 1_000_001, 1_999_999, 2_000_000, 7_654_321};
    long sum = 0;
    for (int i = 1; i < looks.length; i++) {
      sum += DigestCounter.TIME.added(looks[i - 1], looks[i]);
    }
    assertThat(sum).isEqualTo(7);
    assertThat(DigestCounter.TIME.added(Long.MAX_VALUE, Long.MIN_VALUE)).isBetween(0L, 1L);
  }

  static DigestCounters row(long calls, long timePicos, long firstSeen) {
    long[] values = new long[DigestCounter.values().length];
    values[DigestCounter.CALLS.ordinal()] = calls;
    values[DigestCounter.TIME.ordinal()] = timePicos;
    return new DigestCounters(values, 0, timePicos, firstSeen, firstSeen);
  }
}
