package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.catalog.query.PartitionQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.Partitioning.Partition;
import dev.watershed.workload.catalog.Partitioning.Subpartitioning;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitioningsTest {

  @Test
  void partsAreCountedAndPartitionsNamedOnce() {
    List<PartitionQuery.Row> rows =
        List.of(part("b", 2, 2), part("b", 2, 1), part("a", 1, 1), part("a", 1, 2));

    assertThat(new Partitionings(new ServerTexts(false)).of(rows))
        .contains(
            new Partitioning(
                "RANGE COLUMNS",
                "`day`",
                Optional.of(new Subpartitioning("HASH", "`id`", 2)),
                List.of(
                    new Partition("a", Optional.empty()), new Partition("b", Optional.empty()))));
  }

  @Test
  void aTableMayNotBePartitioned() {
    assertThat(new Partitionings(new ServerTexts(false)).of(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          RANGE         | 2026         | LESS THAN (2026)
          RANGE         | MAXVALUE     | LESS THAN MAXVALUE
          RANGE COLUMNS | '2026-01-01' | LESS THAN ('2026-01-01')
          RANGE COLUMNS | MAXVALUE     | LESS THAN (MAXVALUE)
          LIST          | 1,2          | IN (1,2)
          """)
  void boundsAreDataThatIsKeptOnlyWhereLiteralsAre(String method, String bound, String expected) {
    List<PartitionQuery.Row> rows = List.of(row(method, Optional.of(bound)));

    assertThat(bound(true, rows)).contains(expected);
    assertThat(bound(false, rows)).isEmpty();
  }

  @Test
  void otherMethodsHaveNone() {
    assertThat(bound(true, List.of(row("LINEAR KEY", Optional.empty())))).isEmpty();
  }

  private static Optional<String> bound(boolean raw, List<PartitionQuery.Row> rows) {
    return new Partitionings(new ServerTexts(raw)).of(rows).get().partitions().get(0).bound();
  }

  private static PartitionQuery.Row part(String name, int position, int subposition) {
    return new PartitionQuery.Row(
        new TableKey("s", "t"),
        name,
        position,
        subposition,
        "RANGE COLUMNS",
        "`day`",
        Optional.of("HASH"),
        "`id`",
        Optional.of("'2026-01-01'"));
  }

  private static PartitionQuery.Row row(String method, Optional<String> bound) {
    return new PartitionQuery.Row(
        new TableKey("s", "t"), "p", 1, 0, method, "`day`", Optional.empty(), "", bound);
  }
}
