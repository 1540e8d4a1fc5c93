package dev.watershed.collector.server.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Columns.Column;
import dev.watershed.collector.server.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every question's text, for a server that has all of its columns and for one that has none. */
class CatalogQueriesTest {

  private static final Columns NONE = new Columns(List.of());
  private static final String OF_USERS =
      " NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

  @Test
  void onlyTheColumnsOfTheServerAreAskedFor() {
    Columns mySql =
        columns(CatalogTables.STATISTICS, "TABLE_SCHEMA EXPRESSION IS_VISIBLE INDEX_COMMENT");
    Columns mariaDb = columns(CatalogTables.STATISTICS, "TABLE_SCHEMA IGNORED");

    assertThat(IndexQuery.of(mySql).sql())
        .contains("EXPRESSION, ", " IS_VISIBLE, NULL AS IGNORED, INDEX_COMMENT <> '' AS COMMENTED")
        .doesNotContain("NULL AS EXPRESSION");
    assertThat(IndexQuery.of(mariaDb).sql())
        .contains("NULL AS EXPRESSION", "NULL AS IS_VISIBLE, IGNORED, NULL AS COMMENTED");
  }

  @Test
  void noQuestionAsksForTheServersOwnTables() {
    for (Query<?> query : everyQuestion(NONE)) {
      assertThat(query.sql()).containsPattern("FROM \\S+ AS " + Query.ALIAS).contains(OF_USERS);
    }
  }

  @Test
  void nobodyAsksForHistogramsOrForTheTextsOfComments() {
    Columns commented =
        new Columns(
            List.of(
                new Column(CatalogTables.TABLES, "TABLE_COMMENT"),
                new Column(CatalogTables.COLUMNS, "COLUMN_COMMENT"),
                new Column(CatalogTables.STATISTICS, "INDEX_COMMENT"),
                new Column(CatalogTables.ROUTINES, "ROUTINE_COMMENT")));

    for (Query<?> query : everyQuestion(commented)) {
      assertThat(query.sql())
          .doesNotContain("COLUMN_STATISTICS")
          .doesNotContain("HISTOGRAM")
          .doesNotContain("DEFINER")
          .doesNotContainPattern("_COMMENT(?! <> '' AS COMMENTED)");
    }
    assertThat(TableQuery.of(commented).sql()).contains("TABLE_COMMENT <> '' AS COMMENTED");
  }

  @Test
  void cardinalityIsAskedForSomeTablesOrAll() {
    List<TableKey> tables = List.of(new TableKey("s", "a"), new TableKey("s", "b"));

    assertThat(CardinalityQuery.of(NONE, List.of()).sql()).endsWith(OF_USERS);
    assertThat(CardinalityQuery.of(NONE, tables).sql())
        .endsWith(
            OF_USERS
                + " AND ((TABLE_SCHEMA = ? AND TABLE_NAME = ?) OR (TABLE_SCHEMA = ? AND TABLE_NAME"
                + " = ?))");
    assertThat(CardinalityQuery.of(NONE, tables).parameters()).containsExactly("s", "a", "s", "b");
  }

  @Test
  void whatIsNotThereIsNotAsked() {
    assertThat(CheckQuery.of(NONE)).isEmpty();
    assertThat(InnodbStatisticsQuery.tables(NONE)).isEmpty();
    assertThat(InnodbStatisticsQuery.indexes(NONE)).isEmpty();
    assertThat(CachedPagesQuery.canAsk(NONE)).isFalse();
    assertThat(CheckQuery.of(columns(CatalogTables.CHECK_CONSTRAINTS, "LEVEL"))).isPresent();
  }

  @Test
  void aHistoryIsReadByItsColumnsAlone() {
    MigrationQuery.HistoryColumns columns =
        new MigrationQuery.HistoryColumns(
            "version",
            Optional.of("de`scription"),
            Optional.of("at"),
            Optional.of("success <> 0"),
            Optional.of("type"));

    assertThat(MigrationQuery.of(new TableKey("s", "h"), columns).sql())
        .startsWith(
            "SELECT `version` AS VERSION, `de``scription` AS DESCRIPTION, UNIX_TIMESTAMP(`at`) AS"
                + " APPLIED_AT, success <> 0 AS SUCCEEDED, `type` AS KIND FROM `s`.`h` AS ");
    assertThat(columns.names()).containsExactly("version", "de`scription", "at", "success", "type");
    assertThat(MigrationQuery.of(new TableKey("s", "h"), columns.withoutKind()).sql())
        .contains(" AS SUCCEEDED, '' AS KIND FROM ");
    assertThat(columns.withoutKind().names())
        .containsExactly("version", "de`scription", "at", "success");
  }

  @Test
  void theAlgorithmOfAViewIsInItsDefinition() {
    assertThat(ViewAlgorithmQuery.of(new TableKey("a`b", "c")).sql())
        .isEqualTo("SHOW CREATE VIEW `a``b`.`c`");
    assertThat(ViewAlgorithmQuery.algorithm("CREATE ALGORITHM=MERGE DEFINER=`a`@`b` VIEW\nx"))
        .contains("MERGE");
    assertThat(ViewAlgorithmQuery.algorithm("CREATE VIEW `ALGORITHM=MERGE `")).isEmpty();
  }

  private static List<Query<?>> everyQuestion(Columns columns) {
    List<Query<?>> queries = new ArrayList<>();
    queries.add(SchemaQuery.of(columns));
    queries.add(TableQuery.of(columns));
    queries.add(TableQuery.created(columns));
    queries.add(ColumnQuery.of(columns));
    queries.add(IndexQuery.of(columns));
    queries.add(ForeignKeyQuery.of(columns));
    queries.add(ReferentialActionQuery.of(columns));
    queries.add(CheckQuery.places(columns));
    queries.add(PartitionQuery.of(columns));
    queries.add(ViewQuery.of(columns));
    queries.add(TriggerQuery.of(columns));
    queries.add(RoutineQuery.of(columns));
    queries.add(ParameterQuery.of(columns));
    queries.add(EventQuery.of(columns));
    return queries;
  }

  private static Columns columns(String table, String names) {
    return new Columns(
        Arrays.stream(names.split(" ")).map(name -> new Column(table, name)).toList());
  }
}
