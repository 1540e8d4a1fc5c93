package dev.watershed.collector.server.catalog.query;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The row at hand of an answer, read by the names of its columns. */
final class CatalogRow {

  private final ResultSet rows;

  CatalogRow(ResultSet rows) {
    this.rows = rows;
  }

  /** A text, empty for NULL. */
  String text(String column) throws SQLException {
    return maybe(column).orElse("");
  }

  Optional<String> maybe(String column) throws SQLException {
    return Optional.ofNullable(rows.getString(column));
  }

  /** Whether a text is this word. */
  boolean is(String column, String word) throws SQLException {
    return word.equalsIgnoreCase(text(column));
  }

  boolean flag(String column) throws SQLException {
    return rows.getInt(column) != 0;
  }

  /** A number, or nothing if there is none or it does not fit. */
  OptionalLong number(String column) throws SQLException {
    Optional<BigInteger> number = large(column);
    return number.isPresent() && number.get().bitLength() < Long.SIZE
        ? OptionalLong.of(number.get().longValue())
        : OptionalLong.empty();
  }

  OptionalInt small(String column) throws SQLException {
    int number = rows.getInt(column);
    return rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }

  Optional<BigInteger> large(String column) throws SQLException {
    return maybe(column).map(BigInteger::new);
  }

  /** A time of a TIMESTAMP, since the session is in UTC. */
  Optional<Instant> time(String column) throws SQLException {
    String text = text(column);
    return text.isEmpty() || text.startsWith("0000")
        ? Optional.empty()
        : Optional.of(rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }
}
