package dev.watershed.sql.resolve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A query whose blocks have been read.
 *
 * @param block the number of its first block
 * @param columns of its result; empty if they are unknown
 * @param scope of its first block
 */
record ResolvedQuery(int block, Optional<List<OutputColumn>> columns, Scope scope) {

  ResolvedQuery {
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(scope, "scope");
  }
}
