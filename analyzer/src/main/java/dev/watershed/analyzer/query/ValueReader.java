package dev.watershed.analyzer.query;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Values as the driver gives them. */
final class ValueReader {

  private ValueReader() {}

  static List<QueryValue> row(ResultSet rows, int columns) throws SQLException {
    List<QueryValue> values = new ArrayList<>(columns);
    for (int column = 1; column <= columns; column++) {
      Object value = rows.getObject(column);
      values.add(value instanceof Timestamp ? time(rows, column) : of(value));
    }
    return values;
  }

  private static QueryValue of(Object value) throws SQLException {
    if (value == null) {
      return new QueryValue.Unknown();
    } else if (value instanceof Boolean flag) {
      return new QueryValue.Flag(flag);
    } else if (value instanceof BigDecimal number) {
      return new QueryValue.Number(number.toPlainString());
    } else if (value instanceof Double number) {
      boolean finite = !number.isNaN() && !number.isInfinite();
      return finite ? number(number) : new QueryValue.Text(number.toString());
    } else if (value instanceof Float number) {
      boolean finite = !number.isNaN() && !number.isInfinite();
      return finite ? number(number) : new QueryValue.Text(number.toString());
    } else if (value instanceof Number number) {
      return new QueryValue.Number(number.toString());
    } else if (value instanceof Timestamp time) {
      return new QueryValue.Text(time.toLocalDateTime().toInstant(ZoneOffset.UTC).toString());
    } else if (value instanceof Array array) {
      List<QueryValue> values = new ArrayList<>();
      for (Object element : (Object[]) array.getArray()) {
        values.add(of(element));
      }
      return new QueryValue.Values(values);
    }
    return new QueryValue.Text(value.toString());
  }

  /** Not by way of a timestamp, which knows no time that the machine's own clock leaves out. */
  private static QueryValue time(ResultSet rows, int column) throws SQLException {
    LocalDateTime utc = rows.getObject(column, LocalDateTime.class);
    return new QueryValue.Text(utc.toInstant(ZoneOffset.UTC).toString());
  }

  private static QueryValue number(Number value) {
    return new QueryValue.Number(new BigDecimal(value.toString()).toPlainString());
  }
}
