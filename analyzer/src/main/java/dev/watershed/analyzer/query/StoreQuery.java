package dev.watershed.analyzer.query;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.column.ColumnMemory;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;

/** Answers one SELECT over a snapshot of a store. */
public final class StoreQuery {

  private static final List<QueryTable<?>> TABLES =
      Stream.concat(
              Stream.of(
                  StatementsTable.table(),
                  MinutesTable.table(),
                  TransactionsTable.table(),
                  TextsTable.table(),
                  OriginsTable.table(),
                  WindowsTable.table(),
                  TablesTable.table(),
                  ColumnsTable.table(),
                  IndexesTable.table()),
              ObservedTables.all().stream())
          .toList();

  private StoreQuery() {}

  /**
   * What came of a query.
   *
   * @param rows how many went to the sink
   * @param more whether the limit kept rows back
   * @param skipped windows that are damaged; nothing of them is in the answer
   */
  public record Result(long rows, boolean more, List<SkippedFile> skipped) {

    public Result {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Answers a query.
   *
   * @throws QueryException if it is no SELECT, is wrong, or takes more than it may
   * @throws IOException if the sink fails
   */
  public static Result run(
      StoreSnapshot snapshot,
      ServiceMapping mapping,
      String sql,
      QueryLimits limits,
      QuerySink sink)
      throws QueryException, IOException {
    QuerySource source = new QuerySource(snapshot, mapping);
    Queue<ColumnMemory> memories = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties(limits))) {
      for (QueryTable<?> table : TABLES) {
        define(connection, table, new TableScan(table, source, limits.threads(), memories));
      }
      lock(connection);
      requireOneSelect(connection, sql);
      return answer(connection, source, sql, limits, sink);
    } catch (SQLException failed) {
      boolean late = System.nanoTime() - start >= limits.time().toNanos();
      throw new QueryException(
          late
              ? "the query took longer than " + limits.time().toSeconds() + " s and was stopped"
              : explained(String.valueOf(failed.getMessage())));
    } finally {
      memories.forEach(ColumnMemory::close);
    }
  }

  private static Properties properties(QueryLimits limits) {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", limits.memoryMebibytes() + "MiB");
    properties.setProperty("threads", Integer.toString(limits.threads()));
    properties.setProperty("temp_directory", "");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("jdbc_stream_results", "true");
    return properties;
  }

  private static void define(Connection connection, QueryTable<?> table, TableScan scan)
      throws SQLException {
    String function = "scan_" + table.name();
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder.withName(function).withProjectionPushdown().withFunction(scan).register(connection);
    }
    String columns =
        table.columns().stream()
            .map(column -> column.column().expression())
            .collect(Collectors.joining(", "));
    execute(
        connection,
        "CREATE VIEW " + table.name() + " AS SELECT " + columns + " FROM " + function + "()");
  }

  private static void lock(Connection connection) throws SQLException {
    execute(connection, "SET enable_external_access = false");
    execute(connection, "SET lock_configuration = true");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Asks DuckDB's own parser, which writes down nothing but SELECT. */
  private static void requireOneSelect(Connection connection, String sql)
      throws SQLException, QueryException {
    String parse =
        "SELECT p->>'error_type', p->>'error_message', (p->>'position')::BIGINT,"
            + " json_array_length(p, '$.statements') FROM (SELECT json_serialize_sql(?) AS p)";
    try (PreparedStatement statement = connection.prepareStatement(parse)) {
      statement.setString(1, sql);
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        if ("parser".equals(answer.getString(1))) {
          throw new QueryException(answer.getString(2) + place(sql, (int) answer.getLong(3)));
        }
        if (answer.getString(1) != null || answer.getLong(4) != 1) {
          throw new QueryException("expected one SELECT; nothing else is answered");
        }
      }
    }
  }

  private static String place(String sql, int position) {
    String before = sql.substring(0, Math.min(Math.max(position, 0), sql.length()));
    long line = before.chars().filter(character -> character == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return ", line " + line + ", column " + column;
  }

  private static Result answer(
      Connection connection, QuerySource source, String sql, QueryLimits limits, QuerySink sink)
      throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout((int) limits.time().toSeconds());
      try (ResultSet rows = statement.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        List<String> names = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
          names.add(rows.getMetaData().getColumnLabel(column));
        }
        sink.columns(names);
        long count = 0;
        boolean more = false;
        while (!more && rows.next()) {
          if (limits.rows() > 0 && count == limits.rows()) {
            more = true;
          } else {
            sink.row(ValueReader.row(rows, columns));
            count++;
          }
        }
        return new Result(count, more, source.skipped());
      }
    }
  }

  private static String explained(String message) {
    if (!message.contains("does not exist") || !message.contains("Table with name")) {
      return message;
    }
    return message
        + "\nTables: "
        + TABLES.stream().map(QueryTable::name).collect(Collectors.joining(", "))
        + "; docs/query.md says their columns";
  }
}
