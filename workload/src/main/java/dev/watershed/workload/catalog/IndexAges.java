package dev.watershed.workload.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Since when the catalogs of a server show the indexes of the newest one, each as it is now. When
 * an index was made before its first catalog, nobody knows.
 *
 * @param since those that every catalog shows that was looked at: when the oldest of these was
 *     taken; empty without any
 * @param later those that came later, or were changed
 */
public record IndexAges(Optional<Instant> since, Map<Name, Instant> later) {

  /** Without a catalog. */
  public static final IndexAges UNKNOWN = new IndexAges(Optional.empty(), Map.of());

  /** An index of a table. */
  public record Name(String schema, String table, String index) {

    public Name {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(index, "index");
    }
  }

  public IndexAges {
    Objects.requireNonNull(since, "since");
    later = Map.copyOf(later);
  }

  /** What one catalog tells. */
  public static IndexAges of(Catalog catalog) {
    return new IndexAges(Optional.of(catalog.takenAt()), Map.of());
  }

  /** The first catalog that shows an index; empty if none does. */
  public Optional<Instant> of(Name index) {
    return Optional.ofNullable(later.get(index)).or(() -> since);
  }
}
