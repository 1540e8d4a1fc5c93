package dev.watershed.benchmarks.fleet.traffic;

import dev.watershed.benchmarks.fleet.data.Values.Null;
import dev.watershed.benchmarks.fleet.service.SqlTemplate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Sends statements over one connection. */
final class Sender {

  private final Connection connection;

  Sender(Connection connection) {
    this.connection = connection;
  }

  /** Sends a statement that takes no arguments and gives no rows. */
  void send(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Sends a statement; what it gives goes to the draw. */
  void send(SqlTemplate template, String tag, List<Object> arguments, ClientDraw draw)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(template.sql() + tag, Statement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i) instanceof Null) {
          statement.setNull(i + 1, Types.NULL);
        } else {
          statement.setObject(i + 1, arguments.get(i));
        }
      }
      if (statement.execute()) {
        draw.select(firstColumns(statement));
      } else if (template.sql().startsWith("INSERT")) {
        lastId(statement, draw);
      }
    }
  }

  private static List<Object> firstColumns(Statement statement) throws SQLException {
    List<Object> first = new ArrayList<>();
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        Object value = rows.getObject(1);
        if (value != null) {
          first.add(value);
        }
      }
    }
    return first;
  }

  private static void lastId(Statement statement, ClientDraw draw) throws SQLException {
    try (ResultSet keys = statement.getGeneratedKeys()) {
      if (keys.next()) {
        draw.inserted(keys.getLong(1));
      }
    }
  }
}
