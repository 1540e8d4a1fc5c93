package dev.watershed.collector.reference;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One event of a slow log.
 *
 * @param offset the byte offset of the first header line
 * @param endedAt the end of the statement, to the microsecond; empty when unknown
 * @param user the account's user name; empty without a user line
 * @param host the client's host name; may be empty
 * @param address the client's IP address; may be empty
 * @param schema the schema in force; empty when none is known
 * @param schemaInherited whether the schema comes from an earlier event
 * @param weight how many executions the event stands for
 * @param administratorCommand the command's name, where the event is none of a statement
 * @param statement the statement's bytes without the final {@code ;} and the white space after it
 */
public record ReferenceEvent(
    long offset,
    Optional<Instant> endedAt,
    String user,
    String host,
    String address,
    String schema,
    boolean schemaInherited,
    long queryTimeMicros,
    long lockTimeMicros,
    long rowsSent,
    long rowsExamined,
    ReferenceMetrics metrics,
    long weight,
    Optional<String> administratorCommand,
    byte[] statement) {

  public ReferenceEvent {
    Objects.requireNonNull(endedAt, "endedAt");
    Objects.requireNonNull(administratorCommand, "administratorCommand");
    Objects.requireNonNull(metrics, "metrics");
    if (offset < 0 || weight < 1 || queryTimeMicros < 0 || lockTimeMicros < 0) {
      throw new IllegalArgumentException("event at " + offset);
    }
  }

  /** The statement, a character per byte. */
  public String statementText() {
    return new String(statement, StandardCharsets.ISO_8859_1);
  }
}
