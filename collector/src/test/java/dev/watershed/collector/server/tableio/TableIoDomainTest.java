package dev.watershed.collector.server.tableio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.counter.CounterTable;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
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
