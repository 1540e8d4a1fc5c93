package dev.watershed.benchmarks.recovery;

import dev.watershed.benchmarks.fleet.server.ServerKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The secondary indexes of a server that are not unique, and its foreign keys: lists, drops, hides.
 */
final class SecondaryIndexes {

  private static final String SYSTEM =
      "('mysql', 'information_schema', 'performance_schema', 'sys')";

  private final Connection connection;
  private final ServerKind kind;

  SecondaryIndexes(Connection connection, ServerKind kind) {
    this.connection = connection;
    this.kind = kind;
  }

  /** All of them, in order. */
  List<IndexName> list() throws SQLException {
    record Name(String schema, String table, String index) {}
    Map<String, Name> names = new TreeMap<>();
    Map<String, List<String>> parts = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, COLUMN_NAME, SUB_PART, COLLATION"
                    + " FROM information_schema.STATISTICS WHERE NON_UNIQUE = 1 AND INDEX_TYPE ="
                    + " 'BTREE' AND TABLE_SCHEMA NOT IN "
                    + SYSTEM
                    + " ORDER BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX")) {
      while (rows.next()) {
        Name name = new Name(rows.getString(1), rows.getString(2), rows.getString(3));
        String key = name.schema() + "\0" + name.table() + "\0" + name.index();
        names.put(key, name);
        String prefix = rows.getString(5) == null ? "" : "(" + rows.getString(5) + ")";
        String direction = "D".equals(rows.getString(6)) ? " DESC" : "";
        parts
            .computeIfAbsent(key, unused -> new ArrayList<>())
            .add("`" + rows.getString(4) + "`" + prefix + direction);
      }
    }
    return names.entrySet().stream()
        .map(
            entry ->
                new IndexName(
                    entry.getValue().schema(),
                    entry.getValue().table(),
                    entry.getValue().index(),
                    parts.get(entry.getKey())))
        .sorted()
        .toList();
  }

  /** Drops all foreign keys, then all the indexes; how many of both. */
  int dropAll() throws SQLException {
    List<String> drops = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME FROM"
                    + " information_schema.TABLE_CONSTRAINTS WHERE CONSTRAINT_TYPE = 'FOREIGN KEY'"
                    + " AND TABLE_SCHEMA NOT IN "
                    + SYSTEM)) {
      while (rows.next()) {
        drops.add(
            "ALTER TABLE `%s`.`%s` DROP FOREIGN KEY `%s`"
                .formatted(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    execute(drops);
    List<String> indexes =
        list().stream()
            .map(
                index ->
                    "ALTER TABLE " + index.quotedTable() + " DROP INDEX `" + index.index() + "`")
            .toList();
    execute(indexes);
    return drops.size() + indexes.size();
  }

  /** Adds an index, and brings the statistics of its table up to date. */
  void add(IndexName index) throws SQLException {
    execute(
        List.of(
            "ALTER TABLE "
                + index.quotedTable()
                + " ADD INDEX `"
                + index.index()
                + "` ("
                + String.join(", ", index.parts())
                + ")"));
  }

  /** Brings the statistics of all tables up to date. */
  void analyzeAll() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES WHERE TABLE_TYPE ="
                    + " 'BASE TABLE' AND TABLE_SCHEMA NOT IN "
                    + SYSTEM)) {
      while (rows.next()) {
        tables.add("`" + rows.getString(1) + "`.`" + rows.getString(2) + "`");
      }
    }
    analyze(tables);
  }

  /** Brings the statistics of tables up to date. */
  void analyze(List<String> quotedTables) throws SQLException {
    for (String table : quotedTables) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("ANALYZE TABLE " + table)) {
        rows.next();
      }
    }
  }

  /** Hides indexes from the optimizer, or shows them again. */
  void visible(List<IndexName> indexes, boolean visible) throws SQLException {
    String word =
        kind == ServerKind.MYSQL
            ? (visible ? "VISIBLE" : "INVISIBLE")
            : (visible ? "NOT IGNORED" : "IGNORED");
    execute(
        indexes.stream()
            .map(
                index ->
                    "ALTER TABLE "
                        + index.quotedTable()
                        + " ALTER INDEX `"
                        + index.index()
                        + "` "
                        + word)
            .toList());
  }

  /** The bytes that indexes take by the server's statistics. */
  long bytes(List<IndexName> indexes) throws SQLException {
    long bytes = 0;
    try (Statement statement = connection.createStatement()) {
      for (IndexName index : indexes) {
        try (ResultSet rows =
            statement.executeQuery(
                "SELECT stat_value * @@innodb_page_size FROM mysql.innodb_index_stats WHERE"
                    + " database_name = '%s' AND table_name = '%s' AND index_name = '%s' AND"
                        .formatted(index.schema(), index.table(), index.index())
                    + " stat_name = 'size'")) {
          bytes += rows.next() ? rows.getLong(1) : 0;
        }
      }
    }
    return bytes;
  }

  private void execute(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
