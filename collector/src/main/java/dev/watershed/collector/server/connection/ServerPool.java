package dev.watershed.collector.server.connection;

import com.mysql.cj.jdbc.MysqlDataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The connections to one server: at most two, none while nobody asks. It is opened by a connection
 * of its own, so that what is wrong is known at once, and not when a pool has tried for long. Not
 * thread-safe but for {@link #close}.
 */
public final class ServerPool implements QuerySessions {

  private static final int MOST_CONNECTIONS = 2;

  private final ServerAddress address;
  private final ServerLimits limits;
  private final List<String> tables;
  private final ServerFailures failures;
  private Optional<HikariDataSource> pool = Optional.empty();

  /**
   * @param tables those whose columns the sessions are to know, as {@code schema.table}
   */
  public ServerPool(ServerAddress address, ServerLimits limits, Collection<String> tables) {
    this.address = address;
    this.limits = limits;
    this.tables = List.copyOf(tables);
    this.failures = new ServerFailures(address);
  }

  @Override
  public QuerySession session() throws ServerException {
    try {
      if (pool.isEmpty()) {
        pool = Optional.of(open());
      }
      return ServerSession.begin(pool.get().getConnection(), failures, limits, tables);
    } catch (SQLException e) {
      close();
      throw failures.connecting(e);
    } catch (ServerException e) {
      if (!e.problem().ofOneQuestion()) {
        close();
      }
      throw e;
    }
  }

  private HikariDataSource open() throws ServerException, SQLException {
    MysqlDataSource source = source();
    try (Connection first = source.getConnection()) {
      first.isValid((int) limits.connecting().toSeconds());
    }
    HikariConfig config = new HikariConfig();
    config.setPoolName(address.name());
    config.setDataSource(source);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(limits.connecting().toMillis());
    config.setValidationTimeout(limits.connecting().toMillis());
    return new HikariDataSource(config);
  }

  private MysqlDataSource source() throws ServerException, SQLException {
    MysqlDataSource source = new OnceRefusedSource(failures);
    ServerSource.lead(source, address);
    source.setConnectTimeout((int) limits.connecting().toMillis());
    source.setSocketTimeout((int) limits.silence().toMillis());
    source.setTcpKeepAlive(true);
    // Answers come row by row; a limit of their own would be a statement more for each.
    source.setNetTimeoutForStreamingResults(0);
    source.setUseLocalSessionState(true);
    return source;
  }

  /** Ends all connections; the next session opens new ones. */
  @Override
  public void close() {
    pool.ifPresent(HikariDataSource::close);
    pool = Optional.empty();
  }
}
