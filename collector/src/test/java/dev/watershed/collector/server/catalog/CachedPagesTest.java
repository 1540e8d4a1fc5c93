package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.catalog.query.CachedPagesQuery.IndexRow;
import dev.watershed.collector.server.catalog.query.CachedPagesQuery.PagesRow;
import dev.watershed.collector.server.catalog.query.CachedPagesQuery.TableRow;
import dev.watershed.collector.server.catalog.query.TableKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CachedPagesTest {

  @Test
  void partitionsAreAddedUpAndIndexesOutsideOfMemoryHaveNone() {
    TableKey table = new TableKey("s", "t");

    assertThat(
            CachedPages.of(
                List.of(
                    new TableRow(1, "s/t#p#a"),
                    new TableRow(2, "s/t#p#b"),
                    new TableRow(3, "s/T@0J")),
                List.of(
                    new IndexRow(10, 1, "PRIMARY"),
                    new IndexRow(20, 2, "PRIMARY"),
                    new IndexRow(11, 1, "k"),
                    new IndexRow(30, 3, "PRIMARY"),
                    new IndexRow(40, 4, "PRIMARY")),
                List.of(
                    new PagesRow(10, 5),
                    new PagesRow(20, 7),
                    new PagesRow(30, 9),
                    new PagesRow(40, 9))))
        .isEqualTo(Map.of(new IndexKey(table, "PRIMARY"), 12L, new IndexKey(table, "k"), 0L));
  }
}
