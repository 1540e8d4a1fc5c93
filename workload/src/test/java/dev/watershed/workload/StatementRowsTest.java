package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementRowsTest {

  @Test
  void executionsAndStoredRowsOfOneKeyAddUp() {
    StatementRows rows = new StatementRows();
    rows.add(execution(1, 2, 3, 50));
    long[] stored = execution(1, 2, 3, 70).figures();
    LatencyHistogram latencies = new LatencyHistogram();
    latencies.add(70, 1);
    rows.add(1, 2, 3, stored, latencies);
    StatementTable table = rows.toTable();
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.textIndex(0)).isEqualTo(1);
    assertThat(table.schemaIndex(0)).isEqualTo(2);
    assertThat(table.originIndex(0)).isEqualTo(3);
    assertThat(table.value(0, Measure.CALLS)).isEqualTo(2);
    assertThat(table.value(0, Measure.TIME_MICROS)).isEqualTo(120);
    assertThat(table.histogram(0).count()).isEqualTo(2);
  }

  @Test
  void theRowsOfAnotherTableMoveToTheIndexesHere() {
    StatementRows rows = new StatementRows();
    rows.add(execution(1, 0, 0, 1));
    StatementRows other = new StatementRows();
    other.add(execution(0, 0, 0, 8));
    other.add(execution(0, WorkloadBuilder.CARRIED_SCHEMA, 0, 16));
    rows.merge(other, new int[] {1}, new int[] {0, 0}, new int[] {0}, LowestHashes.hashOf(""));
    StatementTable table = rows.toTable();
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.value(0, Measure.TIME_MICROS)).isEqualTo(25);
  }

  private static Execution execution(int text, int schema, int origin, long micros) {
    Execution execution = new Execution();
    execution.clear();
    execution.timeMicros(micros);
    execution.keys(text, schema, origin);
    return execution;
  }
}
