package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Asks for the cardinality of indexes as the optimizer sees it. */
public final class CardinalityQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "cardinality",
              "how many different values indexes have, as the optimizer sees it",
              Selection.from(CatalogTables.STATISTICS)
                  .columns(
                      "TABLE_SCHEMA", "TABLE_NAME", "INDEX_NAME", "SEQ_IN_INDEX", "CARDINALITY")
                  .ofUsers("TABLE_SCHEMA"))
          .at(Question.Timing.ONCE);

  private CardinalityQuery() {}

  /**
   * How many different values the first parts of an index have, up to this one.
   *
   * @param position 1 for the first part
   */
  public record Row(TableKey key, String index, int position, OptionalLong distinct) {}

  /**
   * One row per part of an index.
   *
   * @param tables those whose indexes are asked for; all of the users if there is none
   */
  public static Query<List<Row>> of(Columns columns, List<TableKey> tables) {
    Query<List<Row>> all =
        CatalogRow.query(
            QUESTION,
            columns,
            row ->
                new Row(
                    new TableKey(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME")),
                    row.text("INDEX_NAME"),
                    row.small("SEQ_IN_INDEX").orElse(0),
                    row.number("CARDINALITY")));
    if (tables.isEmpty()) {
      return all;
    }
    String some =
        tables.stream()
            .map(table -> "(TABLE_SCHEMA = ? AND TABLE_NAME = ?)")
            .collect(Collectors.joining(" OR ", " AND (", ")"));
    return new Query<>(
            all.sql() + some,
            tables.stream()
                .flatMap(table -> List.of(table.schema(), table.table()).stream())
                .toList(),
            all.answer())
        .within(
            new Query.Whole(
                all.sql(),
                List.of("TABLE_SCHEMA", "TABLE_NAME"),
                tables.stream()
                    .map(table -> List.of(table.schema(), table.table()))
                    .collect(Collectors.toSet())));
  }
}
