package dev.watershed.collector.trial;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A connection to a server on which indexes are tried. An index is built hidden, and seen by this
 * session alone: by {@code optimizer_switch='use_invisible_indexes=on'} on MySQL; MariaDB has no
 * such switch, there it is switched from IGNORED and back for everybody. Not thread-safe.
 */
public final class TrialServer implements AutoCloseable {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int ROUNDS = 3;

  private final ServerAddress address;
  private final Connection connection;
  private final boolean mariaDb;
  private final List<TrialIndex> built = new ArrayList<>();

  private TrialServer(ServerAddress address, Connection connection, boolean mariaDb) {
    this.address = address;
    this.connection = connection;
    this.mariaDb = mariaDb;
  }

  /**
   * Connects.
   *
   * @param statementLimit after which the server ends a SELECT
   */
  public static TrialServer connect(ServerAddress address, Duration statementLimit)
      throws TrialException {
    try {
      MysqlDataSource source = new MysqlDataSource();
      ServerSource.lead(source, address);
      source.setConnectTimeout(CONNECT_MILLIS);
      Connection connection = source.getConnection();
      try {
        return prepared(address, connection, statementLimit);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException | ServerException e) {
      throw new TrialException(address.name() + ": " + e.getMessage(), e);
    }
  }

  private static TrialServer prepared(
      ServerAddress address, Connection connection, Duration statementLimit) throws SQLException {
    boolean mariaDb = single(connection, "SELECT VERSION()").contains("MariaDB");
    execute(
        connection,
        mariaDb
            ? "SET SESSION max_statement_time = " + statementLimit.toMillis() / 1e3
            : "SET SESSION max_execution_time = " + statementLimit.toMillis());
    return new TrialServer(address, connection, mariaDb);
  }

  /** Drops what a trial that was killed has left behind. Another one may not run meanwhile. */
  public void clear() throws TrialException {
    try {
      for (List<String> row :
          rows(
              "SELECT DISTINCT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME FROM"
                  + " information_schema.STATISTICS WHERE INDEX_NAME LIKE '"
                  + TrialIndex.PREFIX.replace("_", "\\_")
                  + "%'")) {
        built.add(new TrialIndex(row.get(0), row.get(1), row.get(2), ""));
      }
      dropBuilt();
    } catch (SQLException e) {
      throw failed("dropping what an earlier trial left", e);
    }
  }

  /** Looks for others that use the server, for some time. */
  public ForeignTraffic traffic(Duration look) throws TrialException, InterruptedException {
    try {
      TreeSet<String> others = new TreeSet<>();
      for (List<String> row :
          rows(
              "SELECT CONCAT(USER, '@', HOST) FROM information_schema.PROCESSLIST WHERE ID <>"
                  + " CONNECTION_ID() AND COMMAND NOT IN ('Daemon', 'Binlog Dump', 'Binlog Dump"
                  + " GTID') AND USER NOT IN ('system user', 'event_scheduler')")) {
        others.add(row.get(0).replaceAll(":\\d+$", ""));
      }
      long before = questions();
      Thread.sleep(look.toMillis());
      long own = 1;
      return new ForeignTraffic(List.copyOf(others), questions() - before - own);
    } catch (SQLException e) {
      throw failed("looking for others", e);
    }
  }

  private long questions() throws SQLException {
    return Long.parseLong(rows("SHOW GLOBAL STATUS LIKE 'Questions'").get(0).get(1));
  }

  /** Builds an index that nobody uses yet. */
  public void build(TrialIndex index) throws TrialException {
    String hidden = mariaDb ? " IGNORED" : " INVISIBLE";
    try {
      change(
          "ALTER TABLE "
              + index.quotedTable()
              + " ADD INDEX "
              + index.quotedName()
              + " "
              + index.parts()
              + hidden);
      built.add(index);
      change("ANALYZE TABLE " + index.quotedTable());
    } catch (SQLException e) {
      throw failed("building " + index.name() + " on " + index.schema() + "." + index.table(), e);
    }
  }

  /** Lets this session use what was built, or not. */
  public void use(boolean indexes) throws TrialException {
    try {
      if (!mariaDb) {
        execute(
            connection,
            "SET SESSION optimizer_switch = 'use_invisible_indexes=" + (indexes ? "on'" : "off'"));
        return;
      }
      for (TrialIndex index : built) {
        change(
            "ALTER TABLE "
                + index.quotedTable()
                + " ALTER INDEX "
                + index.quotedName()
                + (indexes ? " NOT IGNORED" : " IGNORED"));
      }
    } catch (SQLException e) {
      throw failed("switching indexes", e);
    }
  }

  /**
   * Explains and runs a SELECT.
   *
   * @return empty if the server ended it because it took too long
   * @throws RefusedSelectException if the server does not take it
   */
  public Optional<TrialRun> run(String schema, String select)
      throws TrialException, RefusedSelectException {
    try {
      connection.setCatalog(schema);
      String explanation = rows("EXPLAIN FORMAT=JSON " + select).get(0).get(0);
      long fastest = Long.MAX_VALUE;
      long rows = 0;
      for (int round = 0; round < ROUNDS; round++) {
        execute(connection, "FLUSH STATUS");
        long start = System.nanoTime();
        drain(select);
        fastest = Math.min(fastest, (System.nanoTime() - start) / 1_000);
        rows = handlerReads();
      }
      return Optional.of(new TrialRun(rows, fastest, explanation));
    } catch (SQLException e) {
      if (e.getErrorCode() == 3024 || e.getErrorCode() == 1969 || e.getErrorCode() == 1317) {
        return Optional.empty();
      }
      throw unlessRefused(e, "running a statement");
    }
  }

  /** Errors of the driver have no number, and those of a connection the class 08 (SQLSTATE). */
  private TrialException unlessRefused(SQLException e, String doing) throws RefusedSelectException {
    if (e.getErrorCode() > 0 && e.getSQLState() != null && !e.getSQLState().startsWith("08")) {
      throw new RefusedSelectException(e);
    }
    return failed(doing, e);
  }

  /**
   * Values of one row of a table, as literals.
   *
   * @param offset which row, in no order
   * @return in the order of the columns; empty if the table has no such row
   * @throws RefusedSelectException if the server does not let it be read
   */
  public Optional<List<String>> draw(String schema, String table, List<String> columns, int offset)
      throws TrialException, RefusedSelectException {
    StringBuilder list = new StringBuilder();
    for (String column : columns) {
      list.append(list.isEmpty() ? "" : ", ");
      list.append("QUOTE(").append(TrialIndex.quoted(column)).append(')');
    }
    try {
      List<List<String>> found =
          rows(
              "SELECT "
                  + list
                  + " FROM "
                  + TrialIndex.quoted(schema)
                  + "."
                  + TrialIndex.quoted(table)
                  + " LIMIT "
                  + offset
                  + ", 1");
      return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    } catch (SQLException e) {
      throw unlessRefused(e, "drawing values of " + schema + "." + table);
    }
  }

  /** Runs it where nothing can be written, whatever functions it calls. */
  private void drain(String select) throws SQLException {
    execute(connection, "START TRANSACTION READ ONLY");
    try (Statement statement = connection.createStatement()) {
      // Row by row, or the driver holds all of them.
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet rows = statement.executeQuery(select)) {
        while (rows.next()) {
          rows.getObject(1);
        }
      }
    } catch (SQLException e) {
      try {
        execute(connection, "ROLLBACK");
      } catch (SQLException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
    execute(connection, "ROLLBACK");
  }

  private long handlerReads() throws SQLException {
    return rows("SHOW SESSION STATUS LIKE 'Handler\\_read\\_%'").stream()
        .mapToLong(row -> Long.parseLong(row.get(1)))
        .sum();
  }

  private List<List<String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(Optional.ofNullable(result.getString(column)).orElse("NULL"));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private static String single(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Takes as long as it takes: MariaDB's limit would hold for more than what reads. */
  private void change(String statement) throws SQLException {
    execute(connection, (mariaDb ? "SET STATEMENT max_statement_time = 0 FOR " : "") + statement);
  }

  private TrialException failed(String doing, SQLException e) {
    return new TrialException(address.name() + ": " + doing + ": " + e.getMessage(), e);
  }

  /**
   * Drops what was built, and ends the connection.
   *
   * @throws TrialException if an index stays; the message names it
   */
  @Override
  public void close() throws TrialException {
    try (Connection closed = connection) {
      dropBuilt();
    } catch (SQLException e) {
      if (built.isEmpty()) {
        return;
      }
      String left =
          built.stream()
              .map(index -> index.quotedTable() + " " + index.quotedName())
              .collect(Collectors.joining(", "));
      throw new TrialException(
          address.name() + ": these indexes are still there: " + left + ": " + e.getMessage(), e);
    }
  }

  private void dropBuilt() throws SQLException {
    while (!built.isEmpty()) {
      TrialIndex index = built.get(built.size() - 1);
      change("ALTER TABLE " + index.quotedTable() + " DROP INDEX " + index.quotedName());
      built.remove(built.size() - 1);
    }
  }
}
