package dev.watershed.collector.server.slowlog;

import dev.watershed.collector.slowlog.LoggedStatement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * How far a table was read.
 *
 * @param server whose it is: the id of {@link dev.watershed.collector.server.ServerIdentity#id()}
 * @param first the hash of its first row, by which it is known
 * @param rows how many rows were taken
 * @param last the hash of the one taken last; 0 where none was
 */
record TablePosition(String server, long first, long rows, long last) {

  TablePosition {
    Objects.requireNonNull(server, "server");
    if (rows < 0) {
      throw new IllegalArgumentException("rows " + rows);
    }
  }

  /** Before the first row of a table. */
  static TablePosition beginning(String server, long first) {
    return new TablePosition(server, first, 0, 0);
  }

  /** The same, of a server that answers now. */
  TablePosition of(String owner) {
    return new TablePosition(owner, first, rows, last);
  }

  /** Behind one more row. */
  TablePosition behind(LoggedStatement row) {
    return new TablePosition(server, first, rows + 1, hash(row));
  }

  /** The row to ask from: the last one again, to see that it is still there. */
  long from() {
    return Math.max(0, rows - 1);
  }

  /** Whether the row at {@link #from()} is the one that was there. */
  boolean matches(LoggedStatement row) {
    return hash(row) == (rows == 0 ? first : last);
  }

  /** The first 64 bits of the SHA-256 of a row. */
  static long hash(LoggedStatement row) {
    byte[] names = (row.userHost() + '\0' + row.schema()).getBytes(StandardCharsets.UTF_8);
    ByteBuffer figures =
        ByteBuffer.allocate(6 * Long.BYTES)
            .putLong(row.endMicros())
            .putLong(row.connection())
            .putLong(row.queryTimeMicros())
            .putLong(row.lockTimeMicros())
            .putLong(row.rowsSent())
            .putLong(row.rowsExamined());
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(figures.array());
      sha.update(names);
      sha.update(row.text());
      return ByteBuffer.wrap(sha.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
