package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.Measure.Merge;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How often and how long the tables of a server were used, as differences of its counters.
 *
 * <p>Source: MySQL 8.4 Reference Manual, 29.12.20.8.1 "The table_io_waits_summary_by_table Table".
 * What it calls reads are the fetches, what it calls writes the sum of the other three.
 */
public final class TableUse {

  /** What it is made of. */
  public static final ObservationKind<Key, Figure> KIND =
      new ObservationKind<>(
          new Key("", "(other tables)"),
          List.of(Figure.values()),
          Comparator.comparing(Key::schema).thenComparing(Key::table),
          Key::stableHash);

  private TableUse() {}

  /**
   * A table.
   *
   * @param schema its schema
   * @param table its name
   */
  public record Key(String schema, String table) {

    public Key {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
    }

    long stableHash() {
      long hash = 0;
      hash = hash * 31 + LowestHashes.hashOf(schema);
      hash = hash * 31 + LowestHashes.hashOf(table);
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
