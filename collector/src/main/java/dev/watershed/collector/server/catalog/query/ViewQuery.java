package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.Selection.Literals;
import java.util.List;
import java.util.Optional;

/** Asks for the texts of views. */
public final class ViewQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "views",
              "views",
              Selection.from(CatalogTables.VIEWS)
                  .columns("TABLE_SCHEMA", "TABLE_NAME")
                  .literals(Literals.BODY, "VIEW_DEFINITION")
                  .columns("SECURITY_TYPE", "ALGORITHM")
                  .ofUsers("TABLE_SCHEMA"))
          .at(Question.Timing.ONCE);

  private ViewQuery() {}

  /**
   * A view.
   *
   * @param text its SELECT, empty where the account may not see it
   * @param algorithm empty where the server does not tell it (MySQL)
   */
  public record Row(TableKey key, String text, String security, Optional<String> algorithm) {

    /** The same with an algorithm. */
    public Row with(Optional<String> known) {
      return new Row(key, text, security, known);
    }
  }

  /** One row per view of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(
        QUESTION,
        columns,
        row ->
            new Row(
                new TableKey(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME")),
                row.text("VIEW_DEFINITION"),
                row.text("SECURITY_TYPE"),
                row.maybe("ALGORITHM")));
  }
}
