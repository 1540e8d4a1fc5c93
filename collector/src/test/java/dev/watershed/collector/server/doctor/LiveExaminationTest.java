package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.connection.LiveAccount;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whatever is proposed is run by an administrator, and then there is nothing to propose. */
class LiveExaminationTest {

  @Live(
      value = Product.MYSQL,
      flags = {
        "--log-slow-extra=OFF",
        "--long-query-time=10",
        "--slow-query-log=ON",
        "--innodb-stats-persistent=OFF",
        "--performance-schema-digests-size=200"
      })
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }
  }

  @Live(
      value = Product.MARIADB,
      flags = {
        "--long-query-time=10",
        "--slow-query-log=ON",
        "--innodb-stats-persistent=OFF",
        "--performance-schema-digests-size=200"
      })
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }
  }

  @Live(value = Product.MARIADB, flags = "--performance-schema=OFF")
  @Nested
  class WithoutPerformanceSchema {
    private final LiveServer server;

    WithoutPerformanceSchema(LiveServer server) {
      this.server = server;
    }

    @Test
    void itIsSaidFirstAndNothingElseIsSaidOfIt() throws Exception {
      List<Complaint> complaints =
          examined(server, LiveServer.USER, LiveServer.PASSWORD, Instant.now());

      assertThat(complaints.get(0).check()).isEqualTo("performance-schema");
      assertThat(complaints)
          .extracting(Complaint::check)
          .noneMatch(check -> check.startsWith("consumer") || check.startsWith("instrument"));
    }
  }

  abstract static class Cases {
    private final LiveServer server;

    Cases(LiveServer server) {
      this.server = server;
    }

    @Test
    void whatIsProposedMendsWhatIsComplainedOf() throws Exception {
      String user = LiveAccount.create(server, List.of());
      fillDigestTable();
      List<Complaint> complaints = examined(server, user, LiveServer.PASSWORD, Instant.now());

      assertThat(complaints).extracting(Complaint::check).contains("performance-schema-grant");
      for (int round = 0; round < 2; round++) {
        for (Complaint complaint : examined(server, user, LiveServer.PASSWORD, Instant.now())) {
          for (String statement : complaint.remedy().statements()) {
            execute(server, statement);
          }
          assertThat(
                  mendedByANewStartOnly(complaint)
                      || examined(server, user, LiveServer.PASSWORD, Instant.now()).stream()
                          .noneMatch(other -> other.check().equals(complaint.check())))
              .as(complaint.toString())
              .isTrue();
        }
      }

      assertThat(examined(server, user, LiveServer.PASSWORD, Instant.now()))
          .extracting(Complaint::check)
          .isSubsetOf("encryption", "digest-table", "digest-length");
    }

    @Test
    void theLeastGrantsLeaveOnlyWhatIsAChoice() throws Exception {
      List<String> least = new ArrayList<>(LiveAccount.EVERY_TABLE);
      least.add(LiveAccount.COUNTERS);
      String user = LiveAccount.create(server, least);

      assertThat(examined(server, user, LiveServer.PASSWORD, Instant.now()))
          .extracting(Complaint::check)
          .filteredOn(check -> check.endsWith("-grant"))
          .containsExactly("trigger-grant", "event-grant", "routine-grant");
    }

    @Test
    void onlyLongStatementsMakeDigestTextsTooShort() throws Exception {
      execute(server, "TRUNCATE TABLE performance_schema.events_statements_summary_by_digest");
      execute(server, "SELECT 1 LIMIT 0, 1");
      assertThat(examined(server, LiveServer.USER, LiveServer.PASSWORD, Instant.now()))
          .extracting(Complaint::check)
          .doesNotContain("digest-length");

      execute(server, "SELECT 1 AS a_column_of_some_length" + ", 2 AS another_one".repeat(60));
      assertThat(examined(server, LiveServer.USER, LiveServer.PASSWORD, Instant.now()))
          .extracting(Complaint::check)
          .contains("digest-length");
    }

    @Test
    void aClockThatIsWrongByAnHourIsSaid() throws Exception {
      Instant wrong = Instant.now().minus(Duration.ofHours(1));

      assertThat(examined(server, LiveServer.USER, LiveServer.PASSWORD, wrong))
          .extracting(Complaint::check)
          .contains("clock");
      assertThat(examined(server, LiveServer.USER, LiveServer.PASSWORD, Instant.now()))
          .extracting(Complaint::check)
          .doesNotContain("clock");
    }

    /** What a server takes only when it starts is not seen before. */
    private static boolean mendedByANewStartOnly(Complaint complaint) {
      return complaint.remedy().advice().contains("next start")
          || complaint.remedy().statements().isEmpty();
    }

    private void fillDigestTable() throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        for (int i = 0; i < 300; i++) {
          statement.execute("SELECT 1 AS column_" + i);
        }
      }
    }
  }

  private static List<Complaint> examined(
      LiveServer server, String user, String password, Instant now) throws Exception {
    try (ServerPool pool =
            new ServerPool(
                LiveAddress.of(server, user, password),
                ServerLimits.standard(),
                Examination.tables());
        QuerySession session = pool.session()) {
      return Examination.of(session, now, false);
    }
  }

  private static void execute(LiveServer server, String sql) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
