package dev.watershed.collector.server.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/**
 * What one session executes, as the server shows it. It is resolved and forgotten at once, since
 * its text may hold data of users.
 *
 * @param user of its account; empty if it has none
 * @param host of its client, without a port; empty if it has none
 * @param digestText the server's normal form of its statement
 * @param text its statement
 * @param idle whether that statement has ended
 * @param statementNumber tells two statements of one session apart
 * @param program what the client called itself
 * @param cut whether its text is only the beginning of its statement
 */
public record SeenSession(
    String user,
    String host,
    Optional<String> digestText,
    Optional<String> text,
    boolean idle,
    long statementNumber,
    Optional<String> program,
    boolean cut) {

  public SeenSession {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(digestText, "digestText");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(program, "program");
  }

  /** Reads the columns that {@link SessionColumns} names, from {@code first} on. */
  public static SeenSession read(ResultSet rows, int first) throws SQLException {
    return new SeenSession(
        text(rows, first).orElse(""),
        text(rows, first + 1).orElse(""),
        text(rows, first + 2),
        text(rows, first + 3),
        rows.getBoolean(first + 4),
        rows.getLong(first + 5),
        text(rows, first + 6),
        rows.getBoolean(first + 7));
  }

  private static Optional<String> text(ResultSet rows, int column) throws SQLException {
    return Optional.ofNullable(rows.getString(column)).filter(text -> !text.isEmpty());
  }

  /** Without the texts, which may hold data of users. */
  @Override
  public String toString() {
    return user + "@" + host + (idle ? " idle" : "");
  }
}
