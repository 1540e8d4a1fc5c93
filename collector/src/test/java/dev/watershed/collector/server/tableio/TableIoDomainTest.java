package dev.watershed.collector.server.tableio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.counter.CounterTable;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.TableUse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is lost of tables that were set back or dropped. */
class TableIoDomainTest {

  private final TableIoDomain domain = new TableIoDomain();

  @Test
  void tablesThatOnlyCountLoseNothing() {
    assertThat(lost(sample(row("a", 3)), sample(row("a", 5), row("b", 1)))).isZero();
  }

  @Test
  void aTableThatWasSetBackMayHaveBeenUsedBefore() {
    assertThat(lost(sample(row("a", 3), row("b", 1)), sample(row("a", 2), row("b", 1)))).isOne();
  }

  @Test
  void aTableThatIsGoneMayHaveBeenUsedBefore() {
    assertThat(lost(sample(row("a", 3), row("b", 1)), sample(row("b", 4)))).isOne();
  }

  /** The server counts picoseconds in 64 bits: such a sum of times ends after 213 days. */
  @Test
  void aTableWhoseTimesBeganAtNothingAgainWasNotSetBack() {
    TableIoSample before = sample(counted(1_000_000, 18_446_744_073_000L));
    TableIoSample now = sample(counted(1_000_003, 291));

    assertThat(lost(before, now)).isZero();
    assertThat(domain.difference(before, now).tables().rows().values())
        .singleElement()
        .satisfies(
            figures -> assertThat(figures).containsExactly(3, 3, 3, 3, 1000, 1000, 1000, 1000));
    assertThat(domain.difference(before, now).indexes().resets()).isZero();
  }

  private static long[] counted(long count, long micros) {
    return new long[] {count, count, count, count, micros, micros, micros, micros};
  }

  private static TableIoSample sample(long[] counters) {
    CounterTable.Builder<TableUse.Key> tables =
        new CounterTable.Builder<>(TableIoQueries.WIDTH, TableIoKeys.TABLES);
    tables.add(new TableUse.Key("s", "t"), counters);
    CounterTable.Builder<IndexUse.Key> indexes =
        new CounterTable.Builder<>(TableIoQueries.WIDTH, TableIoKeys.INDEXES);
    indexes.add(new IndexUse.Key("s", "t", "PRIMARY"), counters);
    return new TableIoSample(tables.build(), indexes.build());
  }

  private record Row(String table, long count) {}

  private static Row row(String table, long count) {
    return new Row(table, count);
  }

  private static TableIoSample sample(Row... rows) {
    CounterTable.Builder<TableUse.Key> tables =
        new CounterTable.Builder<>(TableIoQueries.WIDTH, TableIoKeys.TABLES);
    for (Row row : rows) {
      long[] counters = new long[TableIoQueries.WIDTH];
      Arrays.fill(counters, row.count());
      tables.add(new TableUse.Key("s", row.table()), counters);
    }
    return new TableIoSample(tables.build(), CounterTable.empty(TableIoQueries.WIDTH));
  }

  private long lost(TableIoSample before, TableIoSample now) {
    WorkloadBuilder window = new WorkloadBuilder(WorkloadBounds.standard());
    domain.contribute(
        domain.difference(before, now), new SampleSpan(Instant.EPOCH, Instant.EPOCH), window);
    return window
        .build(List.of(new SourceFile("s", 0, 0, 0)), OptionalDouble.of(0), sample -> "")
        .quality()
        .count(IssueReason.TABLE_COUNTERS_RESET);
  }
}
