package dev.watershed.collector.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.Columns.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final Columns COLUMNS =
      new Columns(List.of(new Column("s.t", "a"), new Column("s.t", "note")));
  private static final Selection TABLE = Selection.from("s.t");

  @Test
  void whatTheServerLacksIsNull() {
    assertThat(TABLE.columns("a", "b").sql(COLUMNS))
        .isEqualTo("SELECT a, NULL AS b FROM s.t AS " + Query.ALIAS);
  }

  @Test
  void aCounterThatTheServerLacksIsNothing() {
    assertThat(TABLE.counters(List.of("a", "b")).sql(COLUMNS))
        .isEqualTo("SELECT a, 0 AS b FROM s.t AS " + Query.ALIAS);
  }

  @Test
  void commentsStayOnTheServer() {
    assertThat(TABLE.commented("note").sql(COLUMNS))
        .isEqualTo("SELECT note <> '' AS COMMENTED FROM s.t AS " + Query.ALIAS);
    assertThat(TABLE.commented("other").sql(COLUMNS))
        .isEqualTo("SELECT NULL AS COMMENTED FROM s.t AS " + Query.ALIAS);
  }

  @Test
  void theServersOwnSchemasAreLeftOut() {
    assertThat(TABLE.values("a").ofUsers("a").where("a > 1").orderedBy("a").sql(COLUMNS))
        .isEqualTo(
            "SELECT a FROM s.t AS "
                + Query.ALIAS
                + " WHERE a NOT IN ('mysql', 'information_schema',"
                + " 'performance_schema', 'sys') AND a > 1 ORDER BY a");
  }
}
