package dev.watershed.collector.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity.Continuity;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LiveSessionTest {

  private static final String DIGESTS = "performance_schema.events_statements_summary_by_digest";
  private static final List<String> TABLES = List.of(DIGESTS, "performance_schema.nonsense");

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server, ServerProduct.MYSQL);
    }
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server, ServerProduct.MARIADB);
    }
  }

  abstract static class Cases {
    private final LiveServer server;
    private final ServerProduct product;

    Cases(LiveServer server, ServerProduct product) {
      this.server = server;
      this.product = product;
    }

    @Test
    void tellsWhoAnswersAndWhatItHas() throws Exception {
      try (ServerPool pool = pool(LiveAddress.of(server), ServerLimits.standard());
          QuerySession session = pool.session()) {
        assertThat(session.identity().product()).isEqualTo(product);
        assertThat(session.identity().id()).isNotBlank();
        assertThat(session.identity().readOnly()).isFalse();
        assertThat(session.identity().startedAt()).isBefore(session.serverTime());
        assertThat(Duration.between(session.serverTime(), Instant.now()).abs())
            .isLessThan(Duration.ofMinutes(1));
        assertThat(session.columns().has(DIGESTS, "COUNT_STAR")).isTrue();
        assertThat(session.columns().has(DIGESTS, "QUANTILE_95"))
            .isEqualTo(product == ServerProduct.MYSQL);
        assertThat(session.columns().has("performance_schema.nonsense")).isFalse();
        session.verify();
      }
    }

    @Test
    void everySessionSeesTheSameProcess() throws Exception {
      try (ServerPool pool = pool(LiveAddress.of(server), ServerLimits.standard());
          QuerySession one = pool.session();
          QuerySession other = pool.session()) {
        assertThat(other.identity().since(one.identity(), one.serverTime()))
            .isEqualTo(Continuity.SAME_PROCESS);
      }
    }

    @Test
    void theServerEndsWhatTakesTooLong() throws Exception {
      ServerLimits hasty =
          new ServerLimits(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(9));
      try (ServerPool pool = pool(LiveAddress.of(server), hasty);
          QuerySession session = pool.session()) {
        failsWith(ServerProblem.TIME_LIMIT, () -> session.ask(endless()));
        session.verify();
      }
    }

    @Test
    void nothingCanBeWritten() throws Exception {
      try (ServerPool pool = pool(LiveAddress.of(server), ServerLimits.standard());
          QuerySession session = pool.session()) {
        failsWith(ServerProblem.OTHER, () -> session.ask(count("CREATE DATABASE forbidden")));
      }
    }

    @Test
    void aWrongPasswordIsRefusedOnce() throws Exception {
      String user = newUser("right");
      try (ServerPool pool = pool(LiveAddress.of(server, user, "wrong"), ServerLimits.standard())) {
        failsWith(ServerProblem.ACCESS_DENIED, pool::session)
            .withMessageContaining("mend its user and password")
            .withMessageNotContaining("'wrong'");
      }
    }

    @Test
    void aMissingGrantIsNamedWithTheWayOut() throws Exception {
      String user = newUser("right");
      try (ServerPool pool = pool(LiveAddress.of(server, user, "right"), ServerLimits.standard());
          QuerySession session = pool.session()) {
        assertThat(session.identity().id()).isNotBlank();
        assertThat(session.columns().has(DIGESTS)).isFalse();
        failsWith(ServerProblem.MISSING_GRANT, () -> session.ask(count("SELECT 1 FROM " + DIGESTS)))
            .withMessageContaining("GRANT SELECT ON performance_schema.* TO");
      }
    }

    @Test
    void aConnectionThatIsCutIsFollowedByANewOne() throws Exception {
      try (ServerPool pool = pool(LiveAddress.of(server), ServerLimits.standard())) {
        try (QuerySession session = pool.session()) {
          long id = session.ask(count("SELECT CONNECTION_ID()"));
          execute("KILL " + id);
          failsWith(ServerProblem.CUT, () -> session.ask(count("SELECT 1")));
        }
        try (QuerySession session = pool.session()) {
          assertThat(session.ask(count("SELECT 1"))).isEqualTo(1);
        }
      }
    }

    private String newUser(String password) throws SQLException {
      String user = "u" + System.nanoTime();
      execute("CREATE USER '" + user + "'@'%' IDENTIFIED BY '" + password + "'");
      return user;
    }

    private void execute(String sql) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    private static Query<Long> endless() {
      return count(
          "SELECT COUNT(*) FROM information_schema.COLUMNS a, information_schema.COLUMNS b,"
              + " information_schema.COLUMNS c WHERE a.COLUMN_NAME < b.COLUMN_NAME"
              + " AND b.COLUMN_NAME <> c.COLUMN_NAME");
    }
  }

  private static ServerPool pool(ServerAddress address, ServerLimits limits) {
    return new ServerPool(address, limits, TABLES);
  }

  private static Query<Long> count(String sql) {
    return Query.of(
        sql,
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  private static ThrowableAssertAlternative<ServerException> failsWith(
      ServerProblem problem, ThrowingCallable call) {
    return Assertions.assertThatExceptionOfType(ServerException.class)
        .isThrownBy(call)
        .satisfies(
            failure -> assertThat(failure.problem()).as(failure.toString()).isEqualTo(problem));
  }
}
