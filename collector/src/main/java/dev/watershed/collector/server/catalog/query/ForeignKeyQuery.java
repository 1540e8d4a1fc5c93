package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.util.List;

/** Asks for the columns of foreign keys. */
public final class ForeignKeyQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "foreign_keys",
              "columns of foreign keys",
              Selection.from(CatalogTables.KEY_COLUMN_USAGE)
                  .columns("TABLE_SCHEMA", "TABLE_NAME", "CONSTRAINT_NAME", "ORDINAL_POSITION")
                  .columns("COLUMN_NAME", "REFERENCED_TABLE_SCHEMA", "REFERENCED_TABLE_NAME")
                  .columns("REFERENCED_COLUMN_NAME")
                  .ofUsers("TABLE_SCHEMA")
                  .where("REFERENCED_TABLE_NAME IS NOT NULL"))
          .at(Question.Timing.ONCE);

  private ForeignKeyQuery() {}

  /**
   * A column that refers.
   *
   * @param position 1 for the first of the key
   */
  public record Row(
      TableKey key,
      String name,
      int position,
      String column,
      TableKey referenced,
      String referencedColumn) {}

  /** One row per column of a foreign key of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(
        QUESTION,
        columns,
        row ->
            new Row(
                new TableKey(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME")),
                row.text("CONSTRAINT_NAME"),
                row.small("ORDINAL_POSITION").orElse(0),
                row.text("COLUMN_NAME"),
                new TableKey(
                    row.text("REFERENCED_TABLE_SCHEMA"), row.text("REFERENCED_TABLE_NAME")),
                row.text("REFERENCED_COLUMN_NAME")));
  }
}
