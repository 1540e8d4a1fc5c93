package dev.watershed.analyzer.index.redundancy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** What was seen of the use of indexes, on all servers that hold the same data. */
public final class IndexUsage {

  private final double observedSeconds;
  private final Set<String> watched;
  private final Set<String> unwatched;
  private final boolean complete;
  private final Map<Name, Rows> rows;
  private final Map<Table, Double> writesPerSecond;
  private final WatchedIndexes watchedIndexes;
  private final Set<Table> used = new HashSet<>();

  /** A table. */
  public record Table(String schema, String table) {

    public Table {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
    }
  }

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

  /**
   * Of one set of data.
   *
   * @param observedSeconds the shortest time that one of those servers was watched whose counters
   *     were read; 0 if there is none
   * @param watched the servers whose counters were read
   * @param unwatched servers of the same data whose counters were not: there, everything may be
   *     used
   * @param complete whether every index has its own row; otherwise one without a row may be used
   * @param rows of each index on all servers and, under an empty index, of the rows that were
   *     reached without one
   * @param writesPerSecond rows inserted, updated and deleted, on the server where they were most:
   *     replicas count again what the primary does; a table without rows has none
   * @param watchedIndexes for how long each index was watched
   */
  public IndexUsage(
      double observedSeconds,
      Set<String> watched,
      Set<String> unwatched,
      boolean complete,
      Map<Name, Rows> rows,
      Map<Table, Double> writesPerSecond,
      WatchedIndexes watchedIndexes) {
    this.observedSeconds = observedSeconds;
    this.watched = Set.copyOf(watched);
    this.unwatched = Set.copyOf(unwatched);
    this.complete = complete;
    this.rows = Map.copyOf(rows);
    this.writesPerSecond = Map.copyOf(writesPerSecond);
    this.watchedIndexes = watchedIndexes;
    rows.keySet().forEach(name -> used.add(new Table(name.schema, name.table)));
  }

  /** Of data that one server holds, whose indexes were there all the time. */
  public IndexUsage(
      double observedSeconds,
      Set<String> watched,
      Set<String> unwatched,
      boolean complete,
      Map<Name, Rows> rows) {
    this(
        observedSeconds,
        watched,
        unwatched,
        complete,
        rows,
        writesPerSecond(rows, observedSeconds),
        WatchedIndexes.all(observedSeconds));
  }

  /** Of the rows that one server counted. */
  public static Map<Table, Double> writesPerSecond(Map<Name, Rows> rows, double seconds) {
    Map<Table, Double> writes = new HashMap<>();
    rows.forEach(
        (name, own) ->
            writes.merge(
                new Table(name.schema, name.table),
                (own.inserted() + own.changed()) / seconds,
                Double::sum));
    return writes;
  }

  /** The shortest time that one of the servers was watched; 0 if none was. */
  public double observedSeconds() {
    return observedSeconds;
  }

  /** For how long an index was watched since a catalog shows it; 0 if its age is unknown. */
  public double watchedSeconds(String schema, String table, String index) {
    return watchedIndexes.seconds(new Name(schema, table, index));
  }

  /** Whether an index came, or was changed, while it was watched. */
  public boolean cameLater(String schema, String table, String index) {
    return watchedIndexes.later(new Name(schema, table, index));
  }

  /** The servers whose counters were read. */
  public Set<String> watched() {
    return watched;
  }

  /** Servers of the same data whose counters were not. */
  public Set<String> unwatched() {
    return unwatched;
  }

  /** Whether every index has its own row. */
  public boolean complete() {
    return complete;
  }

  /** Whether rows of a table were reached, by an index or without one. */
  boolean tableUsed(String schema, String table) {
    return used.contains(new Table(schema, table));
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
    return observedSeconds <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(writesPerSecond.getOrDefault(new Table(schema, table), 0.0));
  }
}
