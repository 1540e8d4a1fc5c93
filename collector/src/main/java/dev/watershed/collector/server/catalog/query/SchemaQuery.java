package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.util.List;
import java.util.Optional;

/** Asks for the schemas. */
public final class SchemaQuery {

  /** What is asked. */
  public static final Question SCHEMAS =
      Question.of(
              "schemata",
              "schemas, with their character sets",
              Selection.from(CatalogTables.SCHEMATA)
                  .columns("SCHEMA_NAME", "DEFAULT_CHARACTER_SET_NAME", "DEFAULT_COLLATION_NAME")
                  .ofUsers("SCHEMA_NAME"))
          .at(Question.Timing.ONCE);

  private SchemaQuery() {}

  /** A schema. */
  public record Row(String name, Optional<String> charset, Optional<String> collation) {}

  /** One row per schema of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(
        SCHEMAS,
        columns,
        row ->
            new Row(
                row.text("SCHEMA_NAME"),
                row.maybe("DEFAULT_CHARACTER_SET_NAME"),
                row.maybe("DEFAULT_COLLATION_NAME")));
  }
}
