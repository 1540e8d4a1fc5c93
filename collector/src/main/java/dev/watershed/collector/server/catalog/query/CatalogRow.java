package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.ServerTimes;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The row at hand of an answer, read by the names of its columns. */
final class CatalogRow {

  private final ResultSet rows;

  CatalogRow(ResultSet rows) {
    this.rows = rows;
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(CatalogRow row) throws SQLException;
  }

  /** The query that makes a value of every row of the answer. */
  static <T> Query<List<T>> query(Question question, Columns columns, RowReader<T> reader) {
    return question.query(
        columns,
        rows -> {
          List<T> read = new ArrayList<>();
          CatalogRow row = new CatalogRow(rows);
          while (rows.next()) {
            read.add(reader.read(row));
          }
          return read;
        });
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
        : Optional.of(ServerTimes.instant(text));
  }
}
