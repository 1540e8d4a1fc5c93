package dev.watershed.sql.facts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A table or view, as far as statements need to know it. */
public sealed interface KnownRelation {

  /** The schema, as the catalog spells it. */
  String schema();

  /** The name, as the catalog spells it. */
  String name();

  /** A table with its columns in order. */
  record KnownTable(String schema, String name, List<KnownColumn> columns)
      implements KnownRelation {

    public KnownTable {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(name, "name");
      columns = List.copyOf(columns);
    }
  }

  /**
   * A view.
   *
   * @param columns their names in order; empty if unknown
   * @param query its SELECT
   */
  record KnownView(String schema, String name, List<String> columns, String query)
      implements KnownRelation {

    public KnownView {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(name, "name");
      columns = List.copyOf(columns);
      Objects.requireNonNull(query, "query");
    }
  }

  /**
   * A column.
   *
   * @param type such as {@code int unsigned} or {@code varchar(64)}
   * @param collation of texts; empty for others and if unknown
   * @param visible whether {@code *} has it
   */
  record KnownColumn(String name, String type, Optional<String> collation, boolean visible) {

    public KnownColumn {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(collation, "collation");
    }
  }
}
