package dev.watershed.collector.slowlog;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A statement that a server logged, where the log gives its fields one by one.
 *
 * @param number its place in the log, from 0 on: where issues are
 * @param endMicros when it ended, in microseconds since 1970
 * @param userHost account and client, {@code account[login] @ host [address]}
 * @param connection the id of its connection
 * @param schema the default schema; empty for none
 * @param text the statement as it came, or the name of an administrator command
 */
public record LoggedStatement(
    long number,
    long endMicros,
    String userHost,
    long connection,
    String schema,
    long queryTimeMicros,
    long lockTimeMicros,
    long rowsSent,
    long rowsExamined,
    OptionalLong rowsAffected,
    byte[] text) {

  public LoggedStatement {
    Objects.requireNonNull(userHost, "userHost");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(rowsAffected, "rowsAffected");
    text = text.clone();
  }

  @Override
  public byte[] text() {
    return text.clone();
  }

  /** The length of the text in bytes. */
  public int textLength() {
    return text.length;
  }
}
