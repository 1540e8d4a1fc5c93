package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.catalog.query.InnodbStatisticsQuery.IndexRow;
import dev.watershed.collector.server.catalog.query.TableKey;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class InnodbIndexFiguresTest {

  private final InnodbIndexFigures figures =
      new InnodbIndexFigures(
          List.of(
              row("t", "size", 9),
              row("t", "n_leaf_pages", 8),
              row("t", "n_diff_pfx01", 3),
              row("t", "n_diff_pfx12", 30),
              row("p#p#a", "size", 4),
              row("p#p#b", "size", 5),
              row("p#p#a", "n_diff_pfx01", 2)));

  @Test
  void aTableHasItsFigures() {
    IndexKey index = index("t");

    assertThat(figures.pages(index)).hasValue(9);
    assertThat(figures.leafPages(index)).hasValue(8);
    assertThat(figures.distinct(index, 1)).hasValue(3);
    assertThat(figures.distinct(index, 12)).hasValue(30);
    assertThat(figures.distinct(index, 2)).isEmpty();
  }

  @Test
  void partitionsHaveTheirPagesTogetherAndNothingElse() {
    assertThat(figures.pages(index("p"))).hasValue(9);
    assertThat(figures.leafPages(index("p"))).isEmpty();
    assertThat(figures.distinct(index("p"), 1)).isEmpty();
  }

  @Test
  void anUnknownIndexHasNone() {
    assertThat(figures.pages(index("u"))).isEmpty();
    assertThat(figures.distinct(index("u"), 1)).isEmpty();
  }

  private static IndexKey index(String table) {
    return new IndexKey(new TableKey("s", table), "i");
  }

  private static IndexRow row(String table, String name, long value) {
    return new IndexRow(new TableKey("s", table), "i", name, OptionalLong.of(value));
  }
}
