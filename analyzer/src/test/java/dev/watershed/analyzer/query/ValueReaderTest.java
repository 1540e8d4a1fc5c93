package dev.watershed.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;

class ValueReaderTest {

  private static List<QueryValue> row(String select) throws SQLException {
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      rows.next();
      return ValueReader.row(rows, rows.getMetaData().getColumnCount());
    }
  }

  @Test
  void timesAreUtcWhereverTheMachineIs() throws SQLException {
    TimeZone own = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
      assertThat(row("SELECT TIMESTAMP '2026-03-29 02:30:00.5', TIMESTAMP '2026-10-25 02:30:00'"))
          .containsExactly(
              new QueryValue.Text("2026-03-29T02:30:00.500Z"),
              new QueryValue.Text("2026-10-25T02:30:00Z"));
    } finally {
      TimeZone.setDefault(own);
    }
  }

  @Test
  void numbersAreDecimal() throws SQLException {
    assertThat(row("SELECT 1e20::DOUBLE, 1.50, 7, 'nan'::DOUBLE, NULL, true, [1, 2]"))
        .containsExactly(
            new QueryValue.Number("100000000000000000000"),
            new QueryValue.Number("1.50"),
            new QueryValue.Number("7"),
            new QueryValue.Text("NaN"),
            new QueryValue.Unknown(),
            new QueryValue.Flag(true),
            new QueryValue.Values(List.of(new QueryValue.Number("1"), new QueryValue.Number("2"))));
  }
}
