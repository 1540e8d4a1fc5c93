package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Which statements waited for metadata locks that others hold, by samples.
 *
 * <p>Source: MySQL 8.4 Reference Manual, 29.12.13.3 "The metadata_locks Table".
 */
public final class MetadataLocks {

  /** What it is made of. */
  public static final ObservationKind<Key, WaitFigure> KIND =
      new ObservationKind<>(
          new Key("", "", "(other objects)", "", 0, Origin.LUMPED, 0, Origin.LUMPED),
          List.of(WaitFigure.values()),
          Comparator.comparing(Key::objectType)
              .thenComparing(Key::schema)
              .thenComparing(Key::object)
              .thenComparing(Key::waitingLock)
              .thenComparingLong(Key::waitingDigest)
              .thenComparing(Key::waitingOrigin)
              .thenComparingLong(Key::blockingDigest)
              .thenComparing(Key::blockingOrigin),
          Key::stableHash);

  private MetadataLocks() {}

  /**
   * Who waited for whom, and where.
   *
   * @param objectType such as {@code TABLE} or {@code SCHEMA}
   * @param schema of the object; empty where it has none
   * @param object its name; empty where it has none
   * @param waitingLock the lock that is waited for, such as {@code EXCLUSIVE}
   * @param waitingDigest the statement that waits; 0 if unknown
   * @param waitingOrigin where it comes from
   * @param blockingDigest the statement that the blocking connection executes, or executed last; 0
   *     if unknown: what took the lock may have been an earlier one
   * @param blockingOrigin where it comes from
   */
  public record Key(
      String objectType,
      String schema,
      String object,
      String waitingLock,
      long waitingDigest,
      Origin waitingOrigin,
      long blockingDigest,
      Origin blockingOrigin) {

    public Key {
      Objects.requireNonNull(objectType, "objectType");
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(object, "object");
      Objects.requireNonNull(waitingLock, "waitingLock");
      Objects.requireNonNull(waitingOrigin, "waitingOrigin");
      Objects.requireNonNull(blockingOrigin, "blockingOrigin");
    }

    long stableHash() {
      long hash = 0;
      hash = hash * 31 + LowestHashes.hashOf(objectType);
      hash = hash * 31 + LowestHashes.hashOf(schema);
      hash = hash * 31 + LowestHashes.hashOf(object);
      hash = hash * 31 + LowestHashes.hashOf(waitingLock);
      hash = hash * 31 + LowestHashes.hashOf(waitingDigest);
      hash = hash * 31 + waitingOrigin.stableHash();
      hash = hash * 31 + LowestHashes.hashOf(blockingDigest);
      hash = hash * 31 + blockingOrigin.stableHash();
      return LowestHashes.hashOf(hash);
    }
  }
}
