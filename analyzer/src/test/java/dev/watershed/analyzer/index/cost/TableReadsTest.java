package dev.watershed.analyzer.index.cost;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.statistics.ServerTables;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of 100,000 rows in 1,000 pages, all in memory: a page costs 0.25, a row 0.1. */
class TableReadsTest {

  private final TableFigures table =
      ServerTables.of(
              Servers.mysql(List.of(table("orders").numbers("a").rows(100_000, 1_000).make())))
          .find(TableMaker.SCHEMA, "orders")
          .orElseThrow();
  private final TableReads reads = new TableReads(table, CostModel.MYSQL_8);

  @Test
  void aScanReadsAllPagesAndRows() {
    assertThat(reads.scanPages()).isCloseTo(250, offset(1e-9));
    assertThat(reads.scan()).isCloseTo(250 + 10_000, offset(1e-9));
  }

  @ParameterizedTest(name = "{0} rows in {1} ranges: {2} pages")
  @CsvSource({"1, 1, 1", "2, 1, 2", "1000, 1, 11", "1000, 5, 15", "100000, 1, 1001"})
  void aPartOfTheTableReadsItsPartOfThePages(double rows, double ranges, double pages) {
    assertThat(reads.clustered(rows, ranges)).isCloseTo(pages * 0.25, offset(1e-9));
  }

  /** By Cardenas: p · (1 − (1 − 1/p)^n). */
  @ParameterizedTest(name = "{0} rows: {1} pages")
  @CsvSource({"1, 1", "20, 19.811", "1000, 632.305", "100000, 1000"})
  void rowsInTheOrderOfTheTableShareItsPages(double rows, double pages) {
    assertThat(reads.sweep(rows)).isCloseTo(pages * 0.25, offset(1e-3));
  }
}
