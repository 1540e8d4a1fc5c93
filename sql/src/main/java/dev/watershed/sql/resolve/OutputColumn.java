package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a table or of a query's result.
 *
 * @param known the catalog's column, if it is one as it is
 * @param visible whether {@code *} has it
 */
record OutputColumn(String name, Optional<KnownColumn> known, boolean visible) {

  OutputColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(known, "known");
  }

  static OutputColumn of(KnownColumn column) {
    return new OutputColumn(column.name(), Optional.of(column), column.visible());
  }

  /** A column of which the name is known. */
  static OutputColumn named(String name) {
    return new OutputColumn(name, Optional.empty(), true);
  }

  OutputColumn renamed(String other) {
    return new OutputColumn(other, known, true);
  }
}
