package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that do not let the account in, or do not let it see. */
class LiveAccountFaultTest {

  private static final String USER = "fault_watcher";
  private static final String FIRST_PASSWORD = "the first secret";
  private static final String GRANT = "GRANT SELECT ON performance_schema.* TO " + USER + "@'%'";

  @TempDir Path folder;

  @Test
  @Live(Product.MYSQL)
  void aPasswordThatIsChangedWhileItIsInUse(
      @Live(Product.MYSQL) LiveServer first,
      @Live(Product.MARIADB) LiveServer second,
      @Live(value = Product.MYSQL, flags = LiveProcessFaultTest.ANOTHER) LiveServer sound)
      throws Exception {
    Marked statement = new Marked("password");
    Fleet fleet = new Fleet(folder).add("sound-1", sound);
    Map<String, LiveServer> faulty = Map.of("faulty-1", first, "faulty-2", second);
    for (String name : faulty.keySet()) {
      account(faulty.get(name), GRANT);
      fleet.add(name, LiveAddress.url(faulty.get(name)), USER, FIRST_PASSWORD);
    }
    fleet.collectAll();
    statement.run(first, 5);
    statement.run(second, 4);
    RunningCollector collector = RunningCollector.start(fleet);
    collector.awaitLooks(first, 1);
    collector.awaitLooks(second, 1);
    long refusedBefore = refusals(first);
    for (LiveServer server : faulty.values()) {
      execute(server, "ALTER USER " + USER + "@'%' IDENTIFIED BY 'the second secret'");
      endConnections(server);
    }
    for (String name : faulty.keySet()) {
      collector.awaitMessage(name + ": Access denied for user '.*; mend its user and password");
    }
    statement.run(first, 6);
    statement.run(second, 3);
    statement.run(sound, 7);
    collector.awaitLooks(sound, 1);
    assertThat(collector.stop()).isEqualTo(4);
    assertThat(collector.errors()).doesNotContain("secret");
    collector.assertSound("sound-1");

    long failedLooks = fleet.issues("faulty-1", IssueReason.FAILED_LOOK);
    assertThat(failedLooks).isPositive();
    assertThat(refusals(first) - refusedBefore)
        .as("once a look, and once by the watching: nobody shall lock the account")
        .isLessThanOrEqualTo(failedLooks + 1);
    for (LiveServer server : faulty.values()) {
      execute(server, "ALTER USER " + USER + "@'%' IDENTIFIED BY '" + FIRST_PASSWORD + "'");
    }
    fleet.collectAll();
    assertThat(fleet.calls("faulty-1", statement)).isEqualTo(11);
    assertThat(fleet.calls("faulty-2", statement)).isEqualTo(7);
    assertThat(fleet.calls("sound-1", statement)).isEqualTo(7);
    assertThat(fleet.issues("sound-1", IssueReason.FAILED_LOOK)).isZero();
    fleet.assertAnalysisNames(IssueReason.FAILED_LOOK);
  }

  /** How many connections the server has refused. */
  private static long refusals(LiveServer server) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Aborted_connects'")) {
      rows.next();
      return rows.getLong(2);
    }
  }

  @Test
  @Live(Product.MYSQL)
  void grantsThatAreMissingOnMySql(
      @Live(Product.MYSQL) LiveServer faulty, @Live(Product.MARIADB) LiveServer sound)
      throws Exception {
    missingGrants(faulty, sound);
  }

  @Test
  @Live(Product.MYSQL)
  void grantsThatAreMissingOnMariaDb(
      @Live(Product.MARIADB) LiveServer faulty, @Live(Product.MYSQL) LiveServer sound)
      throws Exception {
    missingGrants(faulty, sound);
  }

  private void missingGrants(LiveServer faulty, LiveServer sound) throws Exception {
    Marked statement = new Marked("grants");
    account(faulty, GRANT);
    Fleet fleet =
        new Fleet(folder)
            .add("faulty-1", LiveAddress.url(faulty), USER, FIRST_PASSWORD)
            .add("sound-1", sound);
    fleet.collectAll();
    statement.run(faulty, 5);
    statement.run(sound, 2);
    execute(faulty, "REVOKE SELECT ON performance_schema.* FROM " + USER + "@'%'");
    assertThat(fleet.collect()).isEqualTo(4);
    assertThat(fleet.errors())
        .containsPattern(
            "faulty-1: statements: .*command denied.*GRANT SELECT ON performance_schema\\.\\* TO");
    assertThat(fleet.calls("faulty-1", statement)).isZero();
    assertThat(fleet.calls("sound-1", statement)).isEqualTo(2);

    execute(faulty, GRANT);
    statement.run(faulty, 6);
    fleet.collectAll();
    assertThat(fleet.calls("faulty-1", statement)).isEqualTo(11);
    assertThat(fleet.issues("faulty-1", IssueReason.FAILED_LOOK)).isPositive();
    assertThat(fleet.issues("sound-1", IssueReason.FAILED_LOOK)).isZero();
  }

  @Test
  @Live(Product.MYSQL)
  void aServerWithoutPerformanceSchema(
      @Live(value = Product.MARIADB, flags = "--performance-schema=OFF") LiveServer faulty,
      @Live(Product.MYSQL) LiveServer sound)
      throws Exception {
    Marked statement = new Marked("without");
    Fleet fleet = new Fleet(folder).add("faulty-1", faulty).add("sound-1", sound);
    assertThat(fleet.collect()).isEqualTo(4);
    statement.run(faulty, 5);
    statement.run(sound, 2);
    assertThat(fleet.collect()).isEqualTo(4);
    assertThat(fleet.errors())
        .contains(
            "faulty-1: statements: performance_schema is off; set performance_schema=ON in its"
                + " configuration and start it again");
    assertThat(fleet.calls("faulty-1", statement)).isZero();
    assertThat(fleet.calls("sound-1", statement)).isEqualTo(2);
    assertThat(fleet.issues("faulty-1", IssueReason.FAILED_LOOK)).isGreaterThan(1);
    assertThat(fleet.issues("sound-1", IssueReason.FAILED_LOOK)).isZero();
    fleet.assertAnalysisNames(IssueReason.FAILED_LOOK);
  }

  private static void account(LiveServer server, String grant) throws SQLException {
    execute(
        server,
        "DROP USER IF EXISTS " + USER + "@'%'",
        "CREATE USER " + USER + "@'%' IDENTIFIED BY '" + FIRST_PASSWORD + "'",
        grant);
  }

  /** As whoever changes a password does, since connections outlive it. */
  private static void endConnections(LiveServer server) throws SQLException {
    List<String> kills = new ArrayList<>();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT ID FROM information_schema.PROCESSLIST WHERE USER = '" + USER + "'")) {
      while (rows.next()) {
        kills.add("KILL " + rows.getLong(1));
      }
    }
    execute(server, kills.toArray(String[]::new));
  }

  private static void execute(LiveServer server, String... statements) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
