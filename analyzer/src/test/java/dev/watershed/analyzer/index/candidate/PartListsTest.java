package dev.watershed.analyzer.index.candidate;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.IndexFixture;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.statistics.ServerTables;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartListsTest {

  private static final TableFigures TABLE =
      ServerTables.of(Servers.mysql(List.of(table("t").numbers("a", "b").rows(9, 1).make())))
          .find(TableMaker.SCHEMA, "t")
          .orElseThrow();

  private static List<IndexPart> parts(String text) {
    return IndexFixture.index("k", text, false, IndexKind.BTREE, true).parts();
  }

  /** The table is clustered by {@code id}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a, id; a",
        "a, b; a, b",
        "id, a; id, a",
        "a, id desc; a, id desc",
        "a, id(4); a, id(4)"
      })
  void theKeyThatClustersTheTableStandsBehindEveryIndex(String parts, String own) {
    assertThat(PartLists.withoutClusterKey(parts(parts), TABLE)).isEqualTo(parts(own));
  }
}
