package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.ColumnMemory;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/** An engine that sees some tables, and no file, network, extension or setting besides. */
public final class QuerySession implements AutoCloseable {

  /** As the engine shows the place of an error: {@code LINE 2: from orders}. */
  private static final Pattern LINE = Pattern.compile("^LINE ([0-9]+): ", Pattern.MULTILINE);

  private final Connection connection;
  private final QueryLimits limits;
  private final String tables;
  private final Queue<ColumnMemory> memories = new ConcurrentLinkedQueue<>();

  private QuerySession(Connection connection, QueryLimits limits, String tables) {
    this.connection = connection;
    this.limits = limits;
    this.tables = tables;
  }

  /**
   * Opens an engine over tables in memory.
   *
   * @throws QueryException if there is none for this machine
   */
  public static QuerySession over(List<RowTable<?>> tables, QueryLimits limits)
      throws QueryException {
    return open(tables.stream().<ScannedTable>map(RowTable::scanned).toList(), limits);
  }

  /**
   * Opens an engine.
   *
   * @param tables that it sees
   */
  static QuerySession open(List<ScannedTable> tables, QueryLimits limits) throws QueryException {
    try {
      QuerySession session =
          new QuerySession(
              new DuckDBDriver().connect("jdbc:duckdb:", properties(limits)),
              limits,
              tables.stream().map(ScannedTable::name).collect(Collectors.joining(", ")));
      session.furnish(tables);
      return session;
    } catch (SQLException failed) {
      throw new QueryException(String.valueOf(failed.getMessage()));
    }
  }

  /**
   * Whether a text is one SELECT over the tables, without an answer.
   *
   * @return the functions that it calls and the columns that it names, in lower case
   * @throws QueryException if it is not
   */
  public Set<String> check(String sql) throws QueryException {
    try {
      ParsedSelect parsed = ParsedSelect.of(connection, sql);
      connection.prepareStatement(sql).close();
      return parsed.names();
    } catch (SQLException failed) {
      throw failure(failed, false);
    }
  }

  /**
   * Answers a query.
   *
   * @param parameters by name
   * @throws QueryException if it is no SELECT, is wrong, or takes more than it may
   * @throws IOException if the sink fails
   */
  public Answer answer(String sql, Map<String, QueryValue> parameters, QuerySink sink)
      throws QueryException, IOException {
    long start = System.nanoTime();
    try {
      Set<String> named = ParsedSelect.of(connection, sql).parameters();
      try (PreparedStatement statement =
          connection.prepareStatement(bound(sql, named, parameters))) {
        statement.setQueryTimeout((int) limits.time().toSeconds());
        try (ResultSet rows = statement.executeQuery()) {
          return read(rows, sink);
        }
      }
    } catch (SQLException failed) {
      throw failure(failed, System.nanoTime() - start >= limits.time().toNanos());
    }
  }

  /** The text, or, where it has parameters, the text that runs it with their values. */
  private String bound(String sql, Set<String> named, Map<String, QueryValue> parameters)
      throws SQLException, QueryException {
    if (named.isEmpty()) {
      return sql;
    }
    List<String> values = new ArrayList<>();
    for (String name : named) {
      values.add(name + " := " + literal(name, parameters));
    }
    execute("PREPARE bound_query AS " + sql);
    return "EXECUTE bound_query(" + String.join(", ", values) + ")";
  }

  /**
   * What came to the sink.
   *
   * @param more whether the limit kept rows back
   */
  public record Answer(long rows, boolean more) {}

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

  private void furnish(List<ScannedTable> tables) throws SQLException, QueryException {
    try {
      for (ScannedTable table : tables) {
        ScanView.define(connection, table, QueryColumn::expression, limits.threads(), memories);
      }
      execute("SET enable_external_access = false");
      execute("SET lock_configuration = true");
    } catch (SQLException failed) {
      close();
      throw failed;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String literal(String name, Map<String, QueryValue> parameters)
      throws QueryException {
    QueryValue value = parameters.get(name);
    if (value instanceof QueryValue.Number number) {
      return new BigDecimal(number.text()).toPlainString();
    } else if (value instanceof QueryValue.Flag flag) {
      return Boolean.toString(flag.value());
    } else if (value instanceof QueryValue.Text text) {
      return "'" + text.text().replace("'", "''") + "'";
    }
    throw new QueryException(
        "parameter $"
            + name
            + " has no value; parameters: "
            + (parameters.isEmpty() ? "none" : String.join(", ", parameters.keySet())));
  }

  private Answer read(ResultSet rows, QuerySink sink) throws SQLException, IOException {
    int columns = rows.getMetaData().getColumnCount();
    List<String> names = new ArrayList<>(columns);
    for (int column = 1; column <= columns; column++) {
      names.add(rows.getMetaData().getColumnLabel(column));
    }
    sink.columns(names);
    long count = 0;
    while (rows.next()) {
      if (limits.rows() > 0 && count == limits.rows()) {
        return new Answer(count, true);
      }
      sink.row(ValueReader.row(rows, columns));
      count++;
    }
    return new Answer(count, false);
  }

  private QueryException failure(SQLException failed, boolean late) {
    String message = String.valueOf(failed.getMessage());
    if (late) {
      return new QueryException(
          QueryException.Reason.TOO_LONG,
          "the query took longer than " + limits.time().toSeconds() + " s and was stopped",
          OptionalInt.empty());
    }
    Matcher line = LINE.matcher(message);
    boolean unknownTable =
        message.contains("does not exist") && message.contains("Table with name");
    return new QueryException(
        message.startsWith("Out of Memory")
            ? QueryException.Reason.TOO_LARGE
            : QueryException.Reason.WRONG,
        unknownTable
            ? message + "\nTables: " + tables + "; docs/tables.md says their columns"
            : message,
        line.find() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty());
  }

  @Override
  public void close() throws QueryException {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new QueryException("cannot end the query: " + failed.getMessage());
    } finally {
      memories.forEach(ColumnMemory::close);
    }
  }
}
