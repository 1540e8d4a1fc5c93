package dev.watershed.collector.server.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Columns.Column;
import dev.watershed.collector.server.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final Columns COLUMNS =
      new Columns(List.of(new Column("s.t", "a"), new Column("s.t", "note")));

  @Test
  void whatTheServerLacksIsNull() {
    assertThat(text(Selection.from(COLUMNS, "s.t").columns("a", "b")))
        .isEqualTo("SELECT a, NULL AS b FROM s.t AS " + Query.ALIAS);
  }

  @Test
  void commentsStayOnTheServer() {
    assertThat(text(Selection.from(COLUMNS, "s.t").commented("note")))
        .isEqualTo("SELECT note <> '' AS COMMENTED FROM s.t AS " + Query.ALIAS);
    assertThat(text(Selection.from(COLUMNS, "s.t").commented("other")))
        .isEqualTo("SELECT NULL AS COMMENTED FROM s.t AS " + Query.ALIAS);
  }

  @Test
  void theServersOwnSchemasAreLeftOut() {
    assertThat(text(Selection.from(COLUMNS, "s.t").columns("a").ofUsers("a").where("a > 1")))
        .isEqualTo(
            "SELECT a FROM s.t AS "
                + Query.ALIAS
                + " WHERE a NOT IN ('mysql', 'information_schema',"
                + " 'performance_schema', 'sys') AND a > 1");
  }

  private static String text(Selection selection) {
    return selection.rows(row -> row.text("a")).sql();
  }
}
