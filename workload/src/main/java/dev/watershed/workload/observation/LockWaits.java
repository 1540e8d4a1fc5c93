package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Which statements waited for row locks of which others, by samples.
 *
 * <p>Source: MySQL 8.4 Reference Manual, 29.12.13.2 "The data_lock_waits Table"; MariaDB's
 * information_schema.INNODB_LOCK_WAITS.
 */
public final class LockWaits {

  /** What it is made of. */
  public static final ObservationKind<Key, WaitFigure> KIND =
      new ObservationKind<>(
          new Key("", "(other tables)", "", 0, Origin.LUMPED, 0, Origin.LUMPED),
          List.of(WaitFigure.values()),
          Comparator.comparing(Key::schema)
              .thenComparing(Key::table)
              .thenComparing(Key::index)
              .thenComparingLong(Key::waitingDigest)
              .thenComparing(Key::waitingOrigin)
              .thenComparingLong(Key::blockingDigest)
              .thenComparing(Key::blockingOrigin),
          Key::stableHash);

  private LockWaits() {}

  /**
   * Who waited for whom, and where.
   *
   * @param schema of the table; empty if unknown
   * @param table whose rows are locked; empty if unknown
   * @param index whose records are locked; empty if unknown
   * @param waitingDigest the statement that waits; 0 if unknown
   * @param waitingOrigin where it comes from
   * @param blockingDigest the statement that the blocking connection executes, or executed last; 0
   *     if unknown: what took the lock may have been an earlier one
   * @param blockingOrigin where it comes from
   */
  public record Key(
      String schema,
      String table,
      String index,
      long waitingDigest,
      Origin waitingOrigin,
      long blockingDigest,
      Origin blockingOrigin) {

    public Key {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(index, "index");
      Objects.requireNonNull(waitingOrigin, "waitingOrigin");
      Objects.requireNonNull(blockingOrigin, "blockingOrigin");
    }

    long stableHash() {
      long hash = 0;
      hash = hash * 31 + LowestHashes.hashOf(schema);
      hash = hash * 31 + LowestHashes.hashOf(table);
      hash = hash * 31 + LowestHashes.hashOf(index);
      hash = hash * 31 + LowestHashes.hashOf(waitingDigest);
      hash = hash * 31 + waitingOrigin.stableHash();
      hash = hash * 31 + LowestHashes.hashOf(blockingDigest);
      hash = hash * 31 + blockingOrigin.stableHash();
      return LowestHashes.hashOf(hash);
    }
  }
}
