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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that do not let the account in, or do not let it see. */
class LiveAccountFaultTest {

  private static final String USER = "fault_watcher";

  @TempDir Path folder;

  @Test
  @Live(Product.MYSQL)
  void aPasswordThatIsChangedWhileItIsInUseOnMySql(
      @Live(Product.MYSQL) LiveServer faulty, @Live(Product.MARIADB) LiveServer sound)
      throws Exception {
    changePassword(faulty, sound);
  }

  @Test
  @Live(Product.MYSQL)
  void aPasswordThatIsChangedWhileItIsInUseOnMariaDb(
      @Live(Product.MARIADB) LiveServer faulty, @Live(Product.MYSQL) LiveServer sound)
      throws Exception {
    changePassword(faulty, sound);
  }

  private void changePassword(LiveServer faulty, LiveServer sound) throws Exception {
    Marked statement = new Marked("password");
    account(faulty, "GRANT SELECT ON performance_schema.* TO " + USER + "@'%'");
    Fleet fleet =
        new Fleet(folder)
            .add("faulty-1", LiveAddress.url(faulty), USER, "the first secret")
            .add("sound-1", sound);
    fleet.collectAll();
    statement.run(faulty, 5);
    RunningCollector collector = RunningCollector.start(fleet);
    collector.awaitLooks(faulty, 1);
    execute(faulty, "ALTER USER " + USER + "@'%' IDENTIFIED BY 'the second secret'");
    endConnections(faulty);
    collector.awaitMessage("faulty-1: Access denied for user '.*; mend its user and password");
    statement.run(faulty, 6);
    statement.run(sound, 7);
    collector.awaitLooks(sound, 1);
    assertThat(collector.stop()).isEqualTo(4);
    assertThat(collector.errors()).doesNotContain("secret");
    collector.assertSound("sound-1");

    assertThat(fleet.collect()).isEqualTo(4);
    assertThat(fleet.issues("faulty-1", IssueReason.FAILED_LOOK)).isGreaterThan(1);
    execute(faulty, "ALTER USER " + USER + "@'%' IDENTIFIED BY 'the first secret'");
    fleet.collectAll();
    assertThat(fleet.calls("faulty-1", statement)).isEqualTo(11);
    assertThat(fleet.calls("sound-1", statement)).isEqualTo(7);
    assertThat(fleet.issues("sound-1", IssueReason.FAILED_LOOK)).isZero();
    fleet.assertAnalysisNames(IssueReason.FAILED_LOOK);
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
    account(faulty, "GRANT SELECT ON performance_schema.* TO " + USER + "@'%'");
    Fleet fleet =
        new Fleet(folder)
            .add("faulty-1", LiveAddress.url(faulty), USER, "the first secret")
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

    execute(faulty, "GRANT SELECT ON performance_schema.* TO " + USER + "@'%'");
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
        "CREATE USER " + USER + "@'%' IDENTIFIED BY 'the first secret'",
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
