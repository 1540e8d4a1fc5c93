package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.Measure.Merge;
import dev.watershed.workload.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What the accounts of a server executed, as differences of its counters: exact, but without
 * digests. It checks what samples say.
 *
 * <p>Source: MySQL 8.4 Reference Manual, 29.12.20.3 "Statement Summary Tables",
 * events_statements_summary_by_account_by_event_name.
 */
public final class AccountUse {

  /** What it is made of. */
  public static final ObservationKind<Key, Figure> KIND =
      new ObservationKind<>(
          new Key(Origin.LUMPED, ""),
          List.of(Figure.values()),
          Comparator.comparing(Key::origin).thenComparing(Key::event),
          Key::stableHash);

  private AccountUse() {}

  /**
   * An account and a kind of statement.
   *
   * @param origin user and host of the account; both empty for the server's own threads
   * @param event the kind, such as {@code statement/sql/select}
   */
  public record Key(Origin origin, String event) {

    public Key {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(event, "event");
    }

    long stableHash() {
      long hash = 0;
      hash = hash * 31 + origin.stableHash();
      hash = hash * 31 + LowestHashes.hashOf(event);
      return LowestHashes.hashOf(hash);
    }
  }

  /** The figures of a row. Times are microseconds. */
  public enum Figure implements ObservationFigure {
    /** Executions. */
    CALLS(Merge.SUM),
    /** Executions that ended with an error. */
    ERRORS(Merge.SUM),
    /** Sum of execution times. */
    TIME_MICROS(Merge.SUM),
    /** Sum of lock times. */
    LOCK_TIME_MICROS(Merge.SUM),
    /** Rows sent to clients. */
    ROWS_SENT(Merge.SUM),
    /** Rows that the storage engine read. */
    ROWS_EXAMINED(Merge.SUM),
    /** Rows changed. */
    ROWS_AFFECTED(Merge.SUM);

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
