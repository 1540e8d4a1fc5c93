package dev.watershed.benchmarks.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** As many tables as a large fleet has: 15 columns and 4 indexes each, in six schemas. */
public final class ManyTables {

  private static final int SCHEMAS = 6;
  private static final String[] TYPES = {
    "int NOT NULL DEFAULT 0",
    "varchar(64) DEFAULT NULL",
    "datetime DEFAULT CURRENT_TIMESTAMP",
    "decimal(10,2)",
    "bigint unsigned"
  };

  private ManyTables() {}

  /** Makes them, empty. */
  public static void make(String url, int tables) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "root", MeasuredServer.PASSWORD);
        Statement statement = connection.createStatement()) {
      for (String made : statements(tables)) {
        statement.execute(made);
      }
    }
  }

  /** The script that makes them. */
  public static String script(int tables) {
    return String.join(";\n", statements(tables)) + ";\n";
  }

  private static List<String> statements(int tables) {
    return Stream.concat(
            IntStream.range(0, SCHEMAS)
                .mapToObj(schema -> "CREATE DATABASE IF NOT EXISTS s" + schema),
            IntStream.range(0, tables).mapToObj(ManyTables::definition))
        .toList();
  }

  /** The name of a table, with its schema. */
  public static String name(int table) {
    return "s" + table % SCHEMAS + ".t" + table;
  }

  private static String definition(int table) {
    StringBuilder columns = new StringBuilder();
    for (int column = 0; column < 14; column++) {
      columns.append("c").append(column).append(' ').append(TYPES[column % TYPES.length]);
      columns.append(", ");
    }
    String refers =
        table >= SCHEMAS && table % 3 == 0
            ? ", FOREIGN KEY (c4) REFERENCES " + name(table - SCHEMAS) + " (id) ON DELETE CASCADE"
            : "";
    return "CREATE TABLE "
        + name(table)
        + " (id bigint unsigned NOT NULL AUTO_INCREMENT, "
        + columns
        + "PRIMARY KEY (id), KEY a (c0, c1), KEY b (c4), UNIQUE KEY u (c1, c2, c3)"
        + refers
        + ")";
  }
}
