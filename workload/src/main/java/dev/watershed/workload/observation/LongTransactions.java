package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.Measure.Merge;
import dev.watershed.workload.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Transactions that were open for long, by samples.
 *
 * <p>Source: MySQL 8.4 Reference Manual, 28.4.28 "The INFORMATION_SCHEMA INNODB_TRX Table".
 */
public final class LongTransactions {

  /** What it is made of. */
  public static final ObservationKind<Key, Figure> KIND =
      new ObservationKind<>(
          new Key(0, Origin.LUMPED),
          List.of(Figure.values()),
          Comparator.comparingLong(Key::digest).thenComparing(Key::origin),
          Key::stableHash);

  private LongTransactions() {}

  /**
   * Whose transaction it was.
   *
   * @param digest the statement that the connection executes, or executed last; 0 if unknown
   * @param origin where it comes from
   */
  public record Key(long digest, Origin origin) {

    public Key {
      Objects.requireNonNull(origin, "origin");
    }

    long stableHash() {
      long hash = 0;
      hash = hash * 31 + LowestHashes.hashOf(digest);
      hash = hash * 31 + origin.stableHash();
      return LowestHashes.hashOf(hash);
    }
  }

  /** The figures of a row. Times are microseconds. */
  public enum Figure implements ObservationFigure {
    /** How often one was seen. */
    SAMPLES(Merge.SUM),
    /** How many: each is counted when it is first seen. */
    TRANSACTIONS(Merge.SUM),
    /** The longest time that one had been open. */
    AGE_MICROS_MAX(Merge.MAX),
    /** Samples in which the connection executed no statement. */
    IDLE_SAMPLES(Merge.SUM),
    /** The most row locks that one held. */
    ROWS_LOCKED_MAX(Merge.MAX),
    /** The most rows that one had changed. */
    ROWS_MODIFIED_MAX(Merge.MAX),
    /** When one was last seen, since 1970. */
    LAST_SEEN_MICROS(Merge.MAX);

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
