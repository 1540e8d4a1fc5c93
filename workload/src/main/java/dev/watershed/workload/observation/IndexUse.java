package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.Measure.Merge;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How often and how long the indexes of a server were used, as differences of its counters. An
 * index without a row was not used while the server was watched; that means something only with the
 * length of the observation, on every replica.
 *
 * <p>Source: MySQL 8.4 Reference Manual, 29.12.20.8.2 "The table_io_waits_summary_by_index_usage
 * Table".
 */
public final class IndexUse {

  /** What it is made of. */
  public static final ObservationKind<Key, Figure> KIND =
      new ObservationKind<>(
          new Key("", "(other tables)", "(other indexes)"),
          List.of(Figure.values()),
          Comparator.comparing(Key::schema).thenComparing(Key::table).thenComparing(Key::index),
          Key::stableHash);

  private IndexUse() {}

  /**
   * An index.
   *
   * @param schema the schema of its table
   * @param table its table
   * @param index its name; empty for rows that were reached without an index, which includes all
   *     inserts
   */
  public record Key(String schema, String table, String index) {

    public Key {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(index, "index");
    }

    long stableHash() {
      long hash = 0;
      hash = hash * 31 + LowestHashes.hashOf(schema);
      hash = hash * 31 + LowestHashes.hashOf(table);
      hash = hash * 31 + LowestHashes.hashOf(index);
      return LowestHashes.hashOf(hash);
    }
  }

  /** The figures of a row. Times are microseconds. */
  public enum Figure implements ObservationFigure {
    /** Rows fetched by the handler: all reads. */
    FETCHED(Merge.SUM),
    /** Rows inserted. */
    INSERTED(Merge.SUM),
    /** Rows updated. */
    UPDATED(Merge.SUM),
    /** Rows deleted. */
    DELETED(Merge.SUM),
    /** Time of the fetches. */
    FETCH_MICROS(Merge.SUM),
    /** Time of the inserts. */
    INSERT_MICROS(Merge.SUM),
    /** Time of the updates. */
    UPDATE_MICROS(Merge.SUM),
    /** Time of the deletes. */
    DELETE_MICROS(Merge.SUM);

    private final Merge merge;

    Figure(Merge merge) {
      this.merge = merge;
    }

    @Override
    public Merge merge() {
      return merge;
    }
  }
}
