package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.util.List;

/** Asks what foreign keys do when a row is changed or deleted. */
public final class ReferentialActionQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "actions",
              "what foreign keys do when a row is changed",
              Selection.from(CatalogTables.REFERENTIAL_CONSTRAINTS)
                  .columns(
                      "CONSTRAINT_SCHEMA",
                      "TABLE_NAME",
                      "CONSTRAINT_NAME",
                      "UPDATE_RULE",
                      "DELETE_RULE")
                  .ofUsers("CONSTRAINT_SCHEMA"))
          .at(Question.Timing.ONCE);

  private ReferentialActionQuery() {}

  /**
   * The actions of a foreign key.
   *
   * @param onUpdate such as {@code NO ACTION}
   */
  public record Row(TableKey key, String name, String onUpdate, String onDelete) {}

  /** One row per foreign key of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(
        QUESTION,
        columns,
        row ->
            new Row(
                new TableKey(row.text("CONSTRAINT_SCHEMA"), row.text("TABLE_NAME")),
                row.text("CONSTRAINT_NAME"),
                row.text("UPDATE_RULE"),
                row.text("DELETE_RULE")));
  }
}
