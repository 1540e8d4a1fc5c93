package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.KnownRelation;
import dev.watershed.sql.facts.TableRef;
import java.util.Objects;
import java.util.Optional;

/** A table that a statement names, and what the catalog knows of it. */
record ResolvedTable(TableRef ref, Optional<KnownRelation> relation) {

  ResolvedTable {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(relation, "relation");
  }
}
