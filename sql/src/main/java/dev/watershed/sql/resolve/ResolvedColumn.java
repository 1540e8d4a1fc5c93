package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import java.util.Objects;
import java.util.Optional;

/** A column that a name means, and its type where the catalog knows it. */
record ResolvedColumn(ColumnRef ref, Optional<KnownColumn> known) {

  ResolvedColumn {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(known, "known");
  }
}
