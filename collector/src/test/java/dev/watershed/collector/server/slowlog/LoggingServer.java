package dev.watershed.collector.server.slowlog;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Columns.Column;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerProduct;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.RowSetMetaData;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;

/** A server that keeps its slow log in a table: logs a statement a second. */
final class LoggingServer implements QuerySessions {

  private static final Pattern ROWS =
      Pattern.compile("FROM (\\S+) AS .* LIMIT (\\d+) OFFSET (\\d+)", Pattern.DOTALL);

  /** A row: its end in seconds since 1970, and its text. */
  private record Row(long endSeconds, String text) {}

  private final String id;
  private List<Row> table = new ArrayList<>();
  private List<Row> backup = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-23T02:07:00Z");
  private boolean failing;

  LoggingServer(String id) {
    this.id = id;
  }

  void log(String text) {
    now = now.plusSeconds(1);
    table.add(new Row(now.getEpochSecond(), text));
  }

  /** Renames the table and begins a new one, as managed services do. */
  void rotate() {
    backup = table;
    table = new ArrayList<>();
  }

  /** Whether it answers that a statement took too long. */
  void setFailing(boolean fails) {
    failing = fails;
  }

  @Override
  public QuerySession session() {
    return new Session(now);
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  private final class Session implements QuerySession {
    private final Instant began;

    Session(Instant began) {
      this.began = began;
    }

    @Override
    public ServerIdentity identity() {
      return new ServerIdentity(ServerProduct.MYSQL, "9.7.4", id, Instant.EPOCH, false);
    }

    @Override
    public Columns columns() {
      return new Columns(
          List.of(new Column(RowsQuery.TABLE, "db"), new Column(RowsQuery.BACKUP, "db")));
    }

    @Override
    public Instant serverTime() {
      return began;
    }

    @Override
    public <T> T ask(Query<T> query) throws ServerException {
      Matcher wanted = ROWS.matcher(query.sql());
      try {
        if (!wanted.find()) {
          return query.answer().read(settings());
        }
        if (failing) {
          throw new ServerException(ServerProblem.TIME_LIMIT, "it takes too long");
        }
        List<Row> rows = wanted.group(1).equals(RowsQuery.TABLE) ? table : backup;
        int from = Math.min(rows.size(), Integer.parseInt(wanted.group(3)));
        int until = Math.min(rows.size(), from + Integer.parseInt(wanted.group(2)));
        return query.answer().read(rows(rows.subList(from, until)));
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void verify() {
      // It is always the same.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private static ResultSet settings() throws SQLException {
    CachedRowSet rows = empty(Types.VARCHAR, Types.VARCHAR);
    for (String setting : List.of("slow_query_log=ON", "log_output=TABLE", "long_query_time=0")) {
      rows.afterLast();
      rows.moveToInsertRow();
      rows.updateString(1, setting.substring(0, setting.indexOf('=')));
      rows.updateString(2, setting.substring(setting.indexOf('=') + 1));
      rows.insertRow();
      rows.moveToCurrentRow();
    }
    rows.beforeFirst();
    return rows;
  }

  private static ResultSet rows(List<Row> logged) throws SQLException {
    CachedRowSet rows =
        empty(
            Types.BIGINT,
            Types.VARBINARY,
            Types.BIGINT,
            Types.BIGINT,
            Types.BIGINT,
            Types.BIGINT,
            Types.BIGINT,
            Types.VARBINARY,
            Types.BIGINT,
            Types.VARBINARY);
    for (Row row : logged) {
      rows.afterLast();
      rows.moveToInsertRow();
      rows.updateLong(1, row.endSeconds() * 1_000_000);
      rows.updateBytes(2, bytes("svc[svc] @ app [10.0.0.1]"));
      rows.updateLong(3, 2_000);
      rows.updateLong(4, 10);
      rows.updateLong(5, 1);
      rows.updateLong(6, 1);
      rows.updateNull(7);
      rows.updateBytes(8, bytes("shop"));
      rows.updateLong(9, 1);
      rows.updateBytes(10, bytes(row.text()));
      rows.insertRow();
      rows.moveToCurrentRow();
    }
    rows.beforeFirst();
    return rows;
  }

  private static CachedRowSet empty(int... types) throws SQLException {
    CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
    RowSetMetaData columns = new RowSetMetaDataImpl();
    columns.setColumnCount(types.length);
    for (int i = 0; i < types.length; i++) {
      columns.setColumnType(i + 1, types[i]);
    }
    rows.setMetaData(columns);
    return rows;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
