package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.ColumnMemory;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/**
 * An engine that sees some tables, and no file, network, extension or setting besides. It has an
 * answer whole before it gives any of it. Where rows are handed out while others are made, its
 * driver ends them without a word when something fails, as if they were all, and has no time limit
 * from the first one on.
 */
public final class QuerySession implements AutoCloseable {

  /** As the engine shows the place of an error: {@code LINE 2: from orders}. */
  private static final Pattern LINE = Pattern.compile("^LINE ([0-9]+): ", Pattern.MULTILINE);

  private static final Pattern END = Pattern.compile("[;\\s]++$");

  /** As the engine begins its message where the time limit, and nobody else, stopped it. */
  private static final String INTERRUPTED = "INTERRUPT";

  private static final String OUT_OF_MEMORY = "Out of Memory";

  private final Connection connection;
  private final KeptAnswer kept;
  private final QueryLimits limits;
  private final String tables;
  private final Queue<ColumnMemory> memories = new ConcurrentLinkedQueue<>();

  private QuerySession(Connection connection, KeptAnswer kept, QueryLimits limits, String tables) {
    this.connection = connection;
    this.kept = kept;
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
      Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties(limits));
      QuerySession session =
          new QuerySession(
              connection,
              KeptAnswer.of(connection),
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
      throw failure(failed);
    }
  }

  /**
   * Answers a query.
   *
   * @param parameters by name
   * @throws QueryException if it is no SELECT, is wrong, or takes more than it may; the sink has
   *     nothing of it then
   * @throws IOException if the sink fails
   */
  public Answer answer(String sql, Map<String, QueryValue> parameters, QuerySink sink)
      throws QueryException, IOException {
    try {
      Set<String> named = ParsedSelect.of(connection, sql).parameters();
      if (!named.isEmpty()) {
        return run(bound(sql, named, parameters), sink);
      }
      List<String> names;
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        names = names(statement.getMetaData());
      }
      return kept.read(limited(sql), seconds(), rows -> read(rows, names, sink));
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  /**
   * A text that ends with one row more than asked for, so that no others are made. One that is no
   * subquery as it stands, for a semicolon before its last comment, stays as it is.
   */
  private String limited(String sql) {
    if (limits.rows() == 0) {
      return sql;
    }
    String open = END.matcher(sql).replaceFirst("");
    String limited = "FROM (" + open + "\n) LIMIT " + (limits.rows() + 1);
    try {
      connection.prepareStatement(limited).close();
      return limited;
    } catch (SQLException noSubquery) {
      return sql;
    }
  }

  /** The text that runs a text with the values of its parameters. */
  private String bound(String sql, Set<String> named, Map<String, QueryValue> parameters)
      throws SQLException, QueryException {
    List<String> values = new ArrayList<>();
    for (String name : named) {
      values.add(name + " := " + literal(name, parameters));
    }
    execute("PREPARE bound_query AS " + limited(sql));
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

  /** Runs a text that the engine can keep no table of. */
  private Answer run(String sql, QuerySink sink) throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(seconds());
      try (ResultSet rows = statement.executeQuery()) {
        return read(rows, names(rows.getMetaData()), sink);
      }
    }
  }

  private int seconds() {
    return (int) limits.time().toSeconds();
  }

  private static List<String> names(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>(columns.getColumnCount());
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      names.add(columns.getColumnLabel(column));
    }
    return names;
  }

  private Answer read(ResultSet rows, List<String> names, QuerySink sink)
      throws SQLException, IOException {
    sink.columns(names);
    long count = 0;
    while (rows.next()) {
      if (limits.rows() > 0 && count == limits.rows()) {
        return new Answer(count, true);
      }
      sink.row(ValueReader.row(rows, names.size()));
      count++;
    }
    return new Answer(count, false);
  }

  private QueryException failure(SQLException failed) {
    String message = String.valueOf(failed.getMessage());
    if (message.startsWith(INTERRUPTED)) {
      return new QueryException(
          QueryException.Reason.TOO_LONG,
          "the query took longer than " + limits.time().toSeconds() + " s and was stopped",
          OptionalInt.empty());
    }
    if (message.startsWith(OUT_OF_MEMORY)) {
      return QueryException.tooLarge(
          String.format(
              Locale.ROOT,
              "the query needs more than the %,d MiB of memory that it has",
              limits.memoryMebibytes()));
    }
    Matcher line = LINE.matcher(message);
    boolean unknownTable =
        message.contains("does not exist") && message.contains("Table with name");
    return new QueryException(
        QueryException.Reason.WRONG,
        unknownTable
            ? message + "\nTables: " + tables + "; docs/tables.md says their columns"
            : message,
        line.find() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty());
  }

  @Override
  public void close() throws QueryException {
    try (connection) {
      kept.close();
    } catch (SQLException failed) {
      throw new QueryException("cannot end the query: " + failed.getMessage());
    } finally {
      memories.forEach(ColumnMemory::close);
    }
  }
}
