package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.Measure.Merge;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a server did, minute by minute: differences of its status counters, and gauges. A difference
 * belongs to the minute in which it ends; {@link Figure#SPAN_MICROS} says how much time it covers.
 * What the server does not tell stays neutral.
 *
 * <p>Source: MySQL 8.4 Reference Manual, 7.1.10 "Server Status Variables" and 17.15.6 "InnoDB
 * INFORMATION_SCHEMA Metrics Table".
 */
public final class ServerMinutes {

  /** What it is made of. */
  public static final ObservationKind<Key, Figure> KIND =
      new ObservationKind<>(
          new Key("(other servers)", 0),
          List.of(Figure.values()),
          Comparator.comparing(Key::server).thenComparingLong(Key::minute),
          Key::stableHash);

  private ServerMinutes() {}

  /**
   * A minute of a server.
   *
   * @param server the identity of the server process; empty for figures of its host, which come
   *     from a file
   * @param minute since 1970-01-01T00:00Z
   */
  public record Key(String server, long minute) {

    public Key {
      Objects.requireNonNull(server, "server");
    }

    long stableHash() {
      long hash = 0;
      hash = hash * 31 + LowestHashes.hashOf(server);
      hash = hash * 31 + LowestHashes.hashOf(minute);
      return LowestHashes.hashOf(hash);
    }
  }

  /** The figures of a row. Times are microseconds. */
  public enum Figure implements ObservationFigure {
    /** How often the server was asked. */
    SAMPLES(Merge.SUM),
    /** The time that the differences cover. */
    SPAN_MICROS(Merge.SUM),
    /** Logical reads of pages. */
    BUFFER_POOL_READ_REQUESTS(Merge.SUM),
    /** Reads that the buffer pool could not serve: pages read from disk. */
    BUFFER_POOL_READS(Merge.SUM),
    /** Bytes written to the redo log. */
    REDO_BYTES(Merge.SUM),
    /** Bytes that InnoDB read from its files. */
    DATA_READ_BYTES(Merge.SUM),
    /** Bytes that InnoDB wrote to its files. */
    DATA_WRITTEN_BYTES(Merge.SUM),
    /** Rows read by InnoDB. */
    ROWS_READ(Merge.SUM),
    /** Rows inserted. */
    ROWS_INSERTED(Merge.SUM),
    /** Rows updated. */
    ROWS_UPDATED(Merge.SUM),
    /** Rows deleted. */
    ROWS_DELETED(Merge.SUM),
    /** Waits for row locks. */
    ROW_LOCK_WAITS(Merge.SUM),
    /** Time waited for row locks. */
    ROW_LOCK_MICROS(Merge.SUM),
    /** Attempts to connect. */
    CONNECTIONS(Merge.SUM),
    /** Attempts that failed. */
    ABORTED_CONNECTIONS(Merge.SUM),
    /** Statements executed, those of stored programs as well. */
    STATEMENTS(Merge.SUM),
    /** Bytes received from clients. */
    BYTES_RECEIVED(Merge.SUM),
    /** Bytes sent to clients. */
    BYTES_SENT(Merge.SUM),
    /** Internal temporary tables on disk. */
    TEMPORARY_DISK_TABLES(Merge.SUM),
    /** Open connections, summed over the samples. */
    THREADS_CONNECTED_SUM(Merge.SUM),
    /** The most open connections. */
    THREADS_CONNECTED_MAX(Merge.MAX),
    /** Connections that executed something, summed over the samples. */
    THREADS_RUNNING_SUM(Merge.SUM),
    /** The most of these. */
    THREADS_RUNNING_MAX(Merge.MAX),
    /** The most undo logs that waited for purge. */
    HISTORY_LIST_LENGTH_MAX(Merge.MAX),
    /** Rows of the host's file. */
    HOST_SAMPLES(Merge.SUM),
    /**
     * CPU use of the host, thousandths of a percent of all its processors, summed over the rows.
     */
    HOST_CPU_MILLIPERCENT_SUM(Merge.SUM),
    /** The most of it. */
    HOST_CPU_MILLIPERCENT_MAX(Merge.MAX),
    /** Bytes that the host read from its disks. */
    HOST_READ_BYTES(Merge.SUM),
    /** Bytes that the host wrote to its disks. */
    HOST_WRITTEN_BYTES(Merge.SUM);

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
