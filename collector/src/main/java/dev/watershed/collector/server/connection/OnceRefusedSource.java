package dev.watershed.collector.server.connection;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.watershed.collector.server.ServerProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Opens connections until the account is refused. From then on it does not ask any more: a pool
 * that waits for a connection tries again some twenty times in five seconds, and a server that
 * counts wrong passwords locks the account.
 */
final class OnceRefusedSource extends MysqlDataSource {

  private static final long serialVersionUID = 1L;

  private final transient ServerFailures failures;
  private final AtomicReference<SQLException> refusal = new AtomicReference<>();

  OnceRefusedSource(ServerFailures failures) {
    this.failures = failures;
  }

  @Override
  public Connection getConnection() throws SQLException {
    SQLException refused = refusal.get();
    if (refused != null) {
      throw refused;
    }
    try {
      return super.getConnection();
    } catch (SQLException e) {
      if (failures.connecting(e).problem() == ServerProblem.ACCESS_DENIED) {
        refusal.set(e);
      }
      throw e;
    }
  }
}
