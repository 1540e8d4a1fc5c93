package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.ColumnMemory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;

/** Makes a table known to an engine, under its name. */
final class ScanView {

  private ScanView() {}

  /**
   * Defines a view over a scan.
   *
   * @param expression of a column of the view
   * @param threads the most that scan
   * @param memories takes what has to be closed when the engine has ended
   */
  static void define(
      Connection connection,
      ScannedTable table,
      Function<QueryColumn, String> expression,
      int threads,
      Queue<ColumnMemory> memories)
      throws SQLException {
    String function = "scan_" + table.name();
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder
          .withName(function)
          .withProjectionPushdown()
          .withFunction(new TableScan(table, threads, memories))
          .register(connection);
    }
    String columns = table.columns().stream().map(expression).collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE VIEW " + table.name() + " AS SELECT " + columns + " FROM " + function + "()");
    }
  }
}
