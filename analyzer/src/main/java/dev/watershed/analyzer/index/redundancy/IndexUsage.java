package dev.watershed.analyzer.index.redundancy;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What was seen of the use of indexes, on all servers that hold the same data.
 *
 * @param observedSeconds the shortest time that one of the servers was watched; 0 if one of them
 *     was not
 * @param watched the servers whose counters were read
 * @param unwatched servers of the same data whose counters were not: there, everything may be used
 * @param complete whether every index has its own row; otherwise one without a row may be used
 * @param rows of each index and, under an empty index, of the rows that were reached without one
 */
public record IndexUsage(
    double observedSeconds,
    Set<String> watched,
    Set<String> unwatched,
    boolean complete,
    Map<Name, Rows> rows) {

  /** An index; the empty name stands for none. */
  public record Name(String schema, String table, String index) {

    public Name {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(index, "index");
    }
  }

  /**
   * Rows that were reached by an index.
   *
   * @param read fetched, also in order to change them
   * @param inserted of an index always 0: inserts count under the empty name
   * @param changed updated and deleted
   */
  public record Rows(long read, long inserted, long changed) {

    /** Both together. */
    public Rows and(Rows other) {
      return new Rows(read + other.read, inserted + other.inserted, changed + other.changed);
    }
  }

  /** Nobody watched. */
  public static final IndexUsage UNKNOWN = new IndexUsage(0, Set.of(), Set.of(), false, Map.of());

  public IndexUsage {
    watched = Set.copyOf(watched);
    unwatched = Set.copyOf(unwatched);
    rows = Map.copyOf(rows);
  }

  /** Whether an index without a row is known to be unused for as long as it was watched. */
  public boolean known() {
    return complete && unwatched.isEmpty() && !watched.isEmpty() && observedSeconds > 0;
  }

  /** How many rows an index reached; empty if unknown. */
  public OptionalLong reached(String schema, String table, String index) {
    Rows seen = rows.get(new Name(schema, table, index));
    if (seen != null) {
      return OptionalLong.of(seen.read() + seen.changed());
    }
    return known() ? OptionalLong.of(0) : OptionalLong.empty();
  }

  /** How many rows of a table are inserted, updated and deleted in a second; empty if unknown. */
  public OptionalDouble writesPerSecond(String schema, String table) {
    if (observedSeconds <= 0) {
      return OptionalDouble.empty();
    }
    long written =
        rows.entrySet().stream()
            .filter(row -> row.getKey().schema().equals(schema))
            .filter(row -> row.getKey().table().equals(table))
            .mapToLong(row -> row.getValue().inserted() + row.getValue().changed())
            .sum();
    return OptionalDouble.of(written / observedSeconds);
  }
}
