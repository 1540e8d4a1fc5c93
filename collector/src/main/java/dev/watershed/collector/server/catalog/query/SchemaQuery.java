package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import java.util.List;
import java.util.Optional;

/** Asks for the schemas. */
public final class SchemaQuery {

  private SchemaQuery() {}

  /** A schema. */
  public record Row(String name, Optional<String> charset, Optional<String> collation) {}

  /** One row per schema of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return Selection.from(columns, CatalogTables.SCHEMATA)
        .columns("SCHEMA_NAME", "DEFAULT_CHARACTER_SET_NAME", "DEFAULT_COLLATION_NAME")
        .ofUsers("SCHEMA_NAME")
        .rows(
            row ->
                new Row(
                    row.text("SCHEMA_NAME"),
                    row.maybe("DEFAULT_CHARACTER_SET_NAME"),
                    row.maybe("DEFAULT_COLLATION_NAME")));
  }
}
