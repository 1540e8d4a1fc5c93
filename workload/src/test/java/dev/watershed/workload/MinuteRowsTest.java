package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MinuteRowsTest {

  private static final int[] SAME = {0, 1, 2};

  @Test
  void anExecutionCountsInTheMinuteInWhichItEnded() {
    MinuteRows rows = new MinuteRows(100);
    rows.add(execution(119_999_999, 1));
    rows.add(execution(120_000_000, 1));
    rows.add(execution(-1, 2));
    assertThat(calls(rows)).isEqualTo("{-1/2=1, 1/1=1, 2/1=1}");
    assertThat(rows.slotMinutes()).isEqualTo(1);
  }

  @Test
  void slotsAreAsWideAsTheWidestOfTheTablesThatWereMerged() {
    MinuteRows wide = new MinuteRows(100);
    wide.widenTo(15);
    wide.add(execution(14 * 60_000_000L, 1));
    MinuteRows rows = new MinuteRows(100);
    rows.add(execution(16 * 60_000_000L, 1));
    rows.merge(wide, SAME);
    assertThat(rows.slotMinutes()).isEqualTo(15);
    assertThat(calls(rows)).isEqualTo("{0/1=1, 15/1=1}");
  }

  @Test
  void rowsThatGetTheSameOriginBecomeOne() {
    MinuteRows rows = new MinuteRows(100);
    rows.add(execution(0, 1));
    rows.add(execution(0, 2));
    rows.remap(new int[] {0, 1, 1});
    assertThat(calls(rows)).isEqualTo("{0/1=2}");
  }

  @Test
  void slotsWidenUntilARowOfEachOriginFitsIntoEach() {
    MinuteRows rows = new MinuteRows(40);
    for (int minute = 0; minute < 60; minute++) {
      rows.add(execution(minute * 60_000_000L, minute % 2));
    }
    rows.fit(1);
    assertThat(rows.slotMinutes()).as("12 slots of 5 minutes, 2 rows each").isEqualTo(5);
    rows.fit(3);
    assertThat(rows.slotMinutes()).as("4 slots, 4 rows each").isEqualTo(15);
    rows.fit(10_000);
    assertThat(rows.slotMinutes()).as("the widest").isEqualTo(1_440);
    assertThat(calls(rows)).isEqualTo("{0/0=30, 0/1=30}");
  }

  /** Calls by minute and origin. */
  private static String calls(MinuteRows rows) {
    MinuteTable table = rows.toTable();
    TreeMap<String, Long> calls = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      String key = table.minute(row) + "/" + table.originIndex(row);
      calls.put(key, table.value(row, Measure.CALLS));
    }
    return calls.toString();
  }

  private static Execution execution(long endMicros, int origin) {
    Execution execution = new Execution();
    execution.clear();
    execution.endedAtMicros(endMicros);
    execution.keys(0, 0, origin);
    return execution;
  }
}
