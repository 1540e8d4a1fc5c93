package dev.watershed.benchmarks.fleet.server;

import dev.watershed.benchmarks.fleet.data.RowCounts;
import dev.watershed.benchmarks.fleet.data.RowWriter;
import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.SchemaObject;
import dev.watershed.benchmarks.fleet.schema.SchemaPlan;
import dev.watershed.benchmarks.fleet.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;

/** Makes the schemas, tables, rows, accounts and objects of one server. */
public final class ServerLoader {

  private static final int ANALYZED_FROM = 1_000;
  private static final List<String> HOSTS = List.of("%", "localhost");

  private final FleetCatalog catalog;
  private final RowCounts rows;
  private final long seed;

  public ServerLoader(FleetCatalog catalog, RowCounts rows, long seed) {
    this.catalog = catalog;
    this.rows = rows;
    this.seed = seed;
  }

  /**
   * What was made.
   *
   * @param tables how many
   * @param rows how many
   * @param tableSeconds how long the tables took
   * @param rowSeconds how long the rows took
   */
  public record Loaded(int tables, long rows, double tableSeconds, double rowSeconds) {}

  /** Makes everything on a server that is empty. */
  public Loaded load(FleetServer server, Collection<String> accounts) throws SQLException {
    try (Connection connection = server.connectAsRoot();
        Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION foreign_key_checks = 0, unique_checks = 0");
      List<Table> tables = tables(server);
      long start = System.nanoTime();
      for (SchemaPlan schema : catalog.schemas()) {
        if (schema.server().equals(server.name())) {
          statement.execute("CREATE DATABASE " + schema.name());
        }
      }
      for (Table table : tables) {
        statement.execute(table.ddl());
      }
      long made = System.nanoTime();
      long written = 0;
      for (Table table : tables) {
        written += fill(table, connection, statement);
      }
      for (SchemaObject object : catalog.objects()) {
        if (catalog.server(object.name().schema()).equals(server.name())) {
          statement.execute(object.sql());
        }
      }
      accounts(statement, accounts);
      return new Loaded(
          tables.size(), written, (made - start) / 1e9, (System.nanoTime() - made) / 1e9);
    }
  }

  private List<Table> tables(FleetServer server) {
    return catalog.tables().stream()
        .filter(table -> catalog.server(table.name().schema()).equals(server.name()))
        .toList();
  }

  private int fill(Table table, Connection connection, Statement statement) throws SQLException {
    if (rows.of(table) == 0) {
      return 0;
    }
    connection.setAutoCommit(false);
    int count = new RowWriter(rows, seed).write(table, statement::execute);
    connection.commit();
    connection.setAutoCommit(true);
    if (count >= ANALYZED_FROM) {
      statement.execute("ANALYZE TABLE " + table.name());
    }
    return count;
  }

  /** The services' accounts, and the one for a collector, which sees no row of any table. */
  private static void accounts(Statement statement, Collection<String> accounts)
      throws SQLException {
    for (String host : HOSTS) {
      for (String account : accounts) {
        String user = "'" + account + "'@'" + host + "'";
        create(statement, user);
        statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE ON *.* TO " + user);
      }
      String collector = "'watershed'@'" + host + "'";
      create(statement, collector);
      statement.execute("GRANT PROCESS, REFERENCES ON *.* TO " + collector);
      statement.execute("GRANT SELECT ON performance_schema.* TO " + collector);
      statement.execute("GRANT SELECT ON mysql.innodb_table_stats TO " + collector);
      statement.execute("GRANT SELECT ON mysql.innodb_index_stats TO " + collector);
    }
  }

  private static void create(Statement statement, String user) throws SQLException {
    statement.execute("CREATE USER " + user + " IDENTIFIED BY '" + FleetServer.PASSWORD + "'");
  }
}
