package dev.watershed.collector.server.connection;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;

/** One connection for the time of a sample: the class that talks to a server. */
final class ServerSession implements QuerySession {

  private final Connection connection;
  private final ServerFailures failures;
  private final int limitSeconds;
  private final ServerProduct product;
  private final Instant serverTime;
  private final ServerIdentity identity;
  private final Columns columns;

  private ServerSession(
      Connection connection,
      ServerFailures failures,
      ServerLimits limits,
      Collection<String> tables)
      throws ServerException {
    this.connection = connection;
    this.failures = failures;
    // The driver ends a statement that the server did not end by itself.
    this.limitSeconds = (int) limits.statement().toSeconds() + 1;
    this.product = ask(IdentityQueries.PRODUCT);
    for (String statement : SessionLimits.statements(product, limits.statement())) {
      execute(statement);
    }
    IdentityQueries.Answer answer = ask(IdentityQueries.values(product));
    if (answer.values().containsKey("INFORMATION_SCHEMA_STATS_EXPIRY")) {
      execute(SessionLimits.FRESH_STATISTICS);
    }
    this.serverTime = answer.time();
    this.identity = identify(answer);
    this.columns = ask(ColumnsQuery.of(tables));
  }

  /** Begins a session on a connection, which it closes in any case. */
  static ServerSession begin(
      Connection connection,
      ServerFailures failures,
      ServerLimits limits,
      Collection<String> tables)
      throws ServerException, SQLException {
    boolean begun = false;
    try {
      ServerSession session = new ServerSession(connection, failures, limits, tables);
      begun = true;
      return session;
    } finally {
      if (!begun) {
        connection.close();
      }
    }
  }

  @Override
  public ServerIdentity identity() {
    return identity;
  }

  @Override
  public Columns columns() {
    return columns;
  }

  @Override
  public Instant serverTime() {
    return serverTime;
  }

  @Override
  public <T> T ask(Query<T> query) throws ServerException {
    try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
      statement.setQueryTimeout(limitSeconds);
      // Row by row, as the answer may be long and is not kept.
      statement.setFetchSize(Integer.MIN_VALUE);
      for (int i = 0; i < query.parameters().size(); i++) {
        statement.setString(i + 1, query.parameters().get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return query.answer().read(rows);
      }
    } catch (SQLException e) {
      throw failures.asking(e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw failures.reading(e);
    }
  }

  @Override
  public void verify() throws ServerException {
    ServerIdentity now = identify(ask(IdentityQueries.values(product)));
    if (now.since(identity, serverTime) != ServerIdentity.Continuity.SAME_PROCESS) {
      throw new ServerException(
          ServerProblem.CHANGED,
          "another server answers ("
              + now.id()
              + ") than when the sample began ("
              + identity.id()
              + "); its url has to lead to one server, not to a proxy or a reader endpoint");
    }
  }

  private ServerIdentity identify(IdentityQueries.Answer answer) throws ServerException {
    try {
      return IdentityQueries.identity(product, answer);
    } catch (SQLException e) {
      throw failures.asking(e);
    }
  }

  private void execute(String sql) throws ServerException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failures.asking(e);
    }
  }

  @Override
  public void close() throws ServerException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failures.asking(e);
    }
  }
}
