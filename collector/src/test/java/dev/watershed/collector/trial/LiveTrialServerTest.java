package dev.watershed.collector.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LiveTrialServerTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String SELECT = "SELECT id FROM tried WHERE kind = 7";
  private static final TrialIndex INDEX =
      new TrialIndex("trial", "tried", TrialIndex.PREFIX + "1", "(`kind`)");

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }
  }

  abstract static class Cases {

    private final LiveServer server;

    Cases(LiveServer server) {
      this.server = server;
    }

    private TrialServer connect() throws TrialException {
      return TrialServer.connect(LiveAddress.of(server), LIMIT);
    }

    @BeforeEach
    void fill() throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("DROP DATABASE IF EXISTS trial");
        statement.execute("CREATE DATABASE trial");
        statement.execute(
            "CREATE TABLE trial.tried (id INT PRIMARY KEY AUTO_INCREMENT, kind INT, name"
                + " VARCHAR(20)) STATS_AUTO_RECALC=0");
        statement.execute("INSERT INTO trial.tried (kind, name) VALUES (0, 'it''s')");
        for (int doubled = 0; doubled < 12; doubled++) {
          statement.execute(
              "INSERT INTO trial.tried (kind, name) SELECT id % 100, name FROM trial.tried");
        }
      }
    }

    @Test
    void seesAnIndexOnlyWhereItIsSwitchedOn() throws Exception {
      try (TrialServer trial = connect()) {
        trial.build(INDEX);
        trial.use(false);
        TrialRun without = trial.run("trial", SELECT).orElseThrow();
        trial.use(true);
        TrialRun with = trial.run("trial", SELECT).orElseThrow();
        trial.use(false);
        TrialRun again = trial.run("trial", SELECT).orElseThrow();
        assertThat(without.rowsRead()).isGreaterThan(4_000);
        assertThat(with.rowsRead()).isLessThan(100);
        assertThat(again.rowsRead()).isEqualTo(without.rowsRead());
        assertThat(with.explanation()).contains(INDEX.name());
        assertThat(without.explanation()).doesNotContain(INDEX.name());
      }
    }

    @Test
    void leavesNothingBehind() throws Exception {
      try (TrialServer trial = connect()) {
        trial.build(INDEX);
      }
      assertThat(indexes()).isEqualTo(0);
    }

    @Test
    void clearsWhatAKilledTrialLeft() throws Exception {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER TABLE trial.tried ADD INDEX " + INDEX.name() + " (kind)");
      }
      try (TrialServer trial = connect()) {
        assertThat(trial.traffic(Duration.ofMillis(10)).statements()).isNotNegative();
        // The index may be that of a trial that runs.
        assertThat(indexes()).isEqualTo(1);
        trial.clear();
        assertThat(indexes()).isEqualTo(0);
      }
    }

    @Test
    void noticesOthers() throws Exception {
      try (TrialServer trial = connect();
          Connection other = server.connect();
          Statement statement = other.createStatement()) {
        statement.execute("SELECT 1");
        assertThat(trial.traffic(Duration.ofMillis(10)).connections()).isNotEmpty();
      }
    }

    @Test
    void endsWhatTakesTooLong() throws Exception {
      try (TrialServer trial =
          TrialServer.connect(LiveAddress.of(server), Duration.ofMillis(200))) {
        assertThat(
                trial.run(
                    "trial",
                    "SELECT COUNT(*) FROM tried a JOIN tried b ON a.name = b.name JOIN tried c ON"
                        + " c.name = b.name"))
            .isEmpty();
      }
    }

    /** The other one holds the table for longer than a statement that reads may take. */
    @Test
    void buildsForAsLongAsItTakes() throws Exception {
      try (TrialServer trial = TrialServer.connect(LiveAddress.of(server), Duration.ofMillis(200));
          Connection other = server.connect();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.executeQuery("SELECT id FROM trial.tried LIMIT 1").close();
        Thread end = new Thread(() -> commit(other));
        end.start();
        trial.build(INDEX);
        end.join();
        assertThat(indexes()).isEqualTo(1);
      }
      assertThat(indexes()).isEqualTo(0);
    }

    private static void commit(Connection later) {
      try {
        Thread.sleep(600);
        later.commit();
      } catch (InterruptedException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Test
    void drawsLiteralsOfOneRow() throws Exception {
      try (TrialServer trial = connect()) {
        assertThat(trial.draw("trial", "tried", List.of("name", "id"), 0))
            .hasValueSatisfying(
                row -> {
                  assertThat(row).hasSize(2);
                  assertThat(row.get(0)).isEqualTo("'it\\'s'");
                });
        assertThat(trial.draw("trial", "tried", List.of("id"), 1_000_000))
            .isEqualTo(Optional.empty());
      }
    }

    /** A server's own words would quote the literal. */
    @Test
    void oneSelectThatIsRefusedEndsNothing() throws Exception {
      try (TrialServer trial = connect()) {
        assertThatThrownBy(() -> trial.run("trial", "SELECT id FROM tried WHERE nothing = 'Doe'"))
            .isInstanceOf(RefusedSelectException.class)
            .hasMessage("error 1054 (42S22)");
        assertThatThrownBy(() -> trial.run("trial", "SELECT id FROM tried WHERE 'Doe' 'and' on"))
            .isInstanceOf(RefusedSelectException.class)
            .hasMessage("error 1064 (42000)");
        assertThatThrownBy(() -> trial.draw("trial", "nowhere", List.of("id"), 0))
            .isInstanceOf(RefusedSelectException.class)
            .hasMessage("error 1146 (42S02)");
        assertThat(trial.run("trial", SELECT)).isPresent();
      }
    }

    @Test
    void saysWhatTheServerRefuses() throws TrialException {
      try (TrialServer trial = connect()) {
        assertThatThrownBy(
                () ->
                    trial.build(
                        new TrialIndex("trial", "tried", TrialIndex.PREFIX + "2", "(`none`)")))
            .isInstanceOf(TrialException.class)
            .hasMessageContaining("building " + TrialIndex.PREFIX + "2 on trial.tried");
      }
    }

    private int indexes() throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT COUNT(*) FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = 'trial'"
                      + " AND INDEX_NAME <> 'PRIMARY'")) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
