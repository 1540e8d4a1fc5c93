package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.fault.RelayFault.Switch;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that die, come back, or are replaced by another one. */
class LiveProcessFaultTest {

  /** Makes a second MySQL, with an identity of its own. */
  static final String ANOTHER = "--server-id=2";

  /** Two starts within the tolerance of {@code ServerIdentity} are not told from one. */
  private static final int LEAST_UPTIME_SECONDS = 7;

  @TempDir Path folder;

  @Test
  @Live(Product.MYSQL)
  void killedAndStartedInsideAWindow(
      @Live(Product.MYSQL) LiveServer first,
      @Live(Product.MARIADB) LiveServer second,
      @Live(value = Product.MYSQL, flags = ANOTHER) LiveServer sound)
      throws Exception {
    Marked statement = new Marked("killed");
    awaitUptime(first);
    awaitUptime(second);
    try (Relay toFirst = new Relay(first);
        Relay toSecond = new Relay(second)) {
      Fleet fleet =
          new Fleet(folder)
              .add("killed-1", toFirst.url(), LiveServer.USER, LiveServer.PASSWORD)
              .add("killed-2", toSecond.url(), LiveServer.USER, LiveServer.PASSWORD)
              .add("sound-1", sound);
      fleet.collectAll();
      statement.run(first, 3);
      statement.run(second, 4);
      RunningCollector collector = RunningCollector.start(fleet);
      collector.awaitLooks(first, 1);
      collector.awaitLooks(second, 1);
      first.kill();
      second.kill();
      collector.awaitMessage("killed-1: (the connection was cut|nobody listens)");
      collector.awaitMessage("killed-2: (the connection was cut|nobody listens)");
      statement.run(sound, 5);
      start(first, toFirst);
      start(second, toSecond);
      collector.awaitMessage("killed-1: was started again; what ran between the last sample");
      collector.awaitMessage("killed-2: was started again; what ran between the last sample");
      statement.run(first, 6);
      statement.run(second, 7);
      statement.run(sound, 8);
      collector.awaitLooks(first, 1);
      collector.awaitLooks(second, 1);
      assertThat(collector.stop()).as("looks that failed are in windows").isEqualTo(4);

      collector.assertSound("sound-1");
      assertThat(fleet.calls("killed-1", statement)).isEqualTo(9);
      assertThat(fleet.calls("killed-2", statement)).isEqualTo(11);
      assertThat(fleet.calls("sound-1", statement)).isEqualTo(13);
      for (String killed : List.of("killed-1", "killed-2")) {
        assertThat(fleet.issues(killed, IssueReason.RESTART)).isEqualTo(1);
        assertThat(fleet.issues(killed, IssueReason.FAILED_LOOK)).isPositive();
      }
      assertThat(fleet.issues("sound-1", IssueReason.RESTART)).isZero();
      assertThat(fleet.issues("sound-1", IssueReason.FAILED_LOOK)).isZero();
      fleet.assertAnalysisNames(IssueReason.RESTART);
    }
  }

  /** What ran between the last sample and the end of the process is gone, and the store says so. */
  @Test
  @Live(Product.MYSQL)
  void killedBetweenTwoRuns(
      @Live(Product.MARIADB) LiveServer killed, @Live(Product.MYSQL) LiveServer sound)
      throws Exception {
    Marked statement = new Marked("killed_between_runs");
    awaitUptime(killed);
    try (Relay relay = new Relay(killed)) {
      Fleet fleet =
          new Fleet(folder)
              .add("killed-1", relay.url(), LiveServer.USER, LiveServer.PASSWORD)
              .add("sound-1", sound);
      fleet.collectAll();
      statement.run(killed, 7);
      statement.run(sound, 2);
      killed.kill();
      assertThat(fleet.collect()).isEqualTo(4);
      assertThat(fleet.errors())
          .containsPattern("killed-1: (the connection was cut|nobody listens)");
      assertThat(fleet.calls("sound-1", statement)).isEqualTo(2);
      start(killed, relay);
      statement.run(killed, 8);
      fleet.collectAll();

      assertThat(fleet.errors()).contains("killed-1: was started again");
      assertThat(fleet.calls("killed-1", statement)).as("without the seven").isEqualTo(8);
      assertThat(fleet.issues("killed-1", IssueReason.FAILED_LOOK)).isEqualTo(1);
      assertThat(fleet.issues("killed-1", IssueReason.RESTART)).isEqualTo(1);
    }
  }

  private static void start(LiveServer server, Relay way) {
    server.start();
    way.leadTo(server);
  }

  @Test
  @Live(Product.MYSQL)
  void aFailOverBetweenSamplesAndBack(
      @Live(Product.MYSQL) LiveServer first,
      @Live(value = Product.MYSQL, flags = ANOTHER) LiveServer second,
      @Live(Product.MARIADB) LiveServer sound)
      throws Exception {
    Marked statement = new Marked("failed_over");
    statement.run(second, 100);
    try (Relay relay = new Relay(first)) {
      Fleet fleet =
          new Fleet(folder)
              .add("moved-1", relay.url(), LiveServer.USER, LiveServer.PASSWORD)
              .add("sound-1", sound);
      fleet.collectAll();
      statement.run(first, 5);
      statement.run(sound, 2);
      fleet.collectAll();
      relay.leadTo(second);
      statement.run(second, 40); // before anybody has looked at it
      fleet.collectAll();
      assertThat(fleet.errors()).contains("moved-1: another server answers than before");
      statement.run(second, 3);
      fleet.collectAll();
      relay.leadTo(first);
      statement.run(first, 50);
      fleet.collectAll();
      assertThat(fleet.errors()).contains("moved-1: another server answers than before");
      statement.run(first, 6);
      statement.run(sound, 1);
      fleet.collectAll();

      assertThat(fleet.calls("moved-1", statement)).isEqualTo(5 + 3 + 6);
      assertThat(fleet.issues("moved-1", IssueReason.OTHER_SERVER)).isEqualTo(2);
      assertThat(fleet.calls("sound-1", statement)).isEqualTo(3);
      assertThat(fleet.issues("sound-1", IssueReason.OTHER_SERVER)).isZero();
      fleet.assertAnalysisNames(IssueReason.OTHER_SERVER);
    }
  }

  @Test
  @Live(Product.MYSQL)
  void aFailOverInTheMiddleOfASample(
      @Live(Product.MYSQL) LiveServer first,
      @Live(value = Product.MYSQL, flags = ANOTHER) LiveServer second,
      @Live(Product.MARIADB) LiveServer sound)
      throws Exception {
    Marked statement = new Marked("moved_while_asked");
    String[] account = {
      "CREATE USER IF NOT EXISTS proxied@'%' IDENTIFIED BY ''",
      "GRANT SELECT ON performance_schema.* TO proxied@'%'"
    };
    execute(first, account);
    execute(second, account);
    try (Relay relay = new Relay(first)) {
      Fleet fleet =
          new Fleet(folder).add("moved-1", relay.url(), "proxied", "").add("sound-1", sound);
      fleet.collectAll();
      statement.run(first, 5);
      statement.run(second, 100);
      statement.run(sound, 2);
      relay.plan(new Switch("FROM performance_schema.table_io_waits_summary_by_table", second));
      assertThat(fleet.collect()).isEqualTo(4);
      assertThat(relay.faulted()).isTrue();
      assertThat(fleet.errors())
          .contains("moved-1: another server answers", "its url has to lead to one server");
      assertThat(fleet.calls("moved-1", statement)).isZero();
      assertThat(fleet.calls("sound-1", statement)).isEqualTo(2);

      statement.run(first, 6);
      statement.run(sound, 3);
      fleet.collectAll();
      assertThat(fleet.calls("moved-1", statement)).isEqualTo(11);
      assertThat(fleet.issues("moved-1", IssueReason.FAILED_LOOK)).isEqualTo(1);
      assertThat(fleet.issues("moved-1", IssueReason.OTHER_SERVER)).isZero();
      assertThat(fleet.calls("sound-1", statement)).isEqualTo(5);
    }
  }

  private static void execute(LiveServer server, String... statements) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void awaitUptime(LiveServer server) throws Exception {
    long seconds = 0;
    while (seconds < LEAST_UPTIME_SECONDS) {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Uptime'")) {
        rows.next();
        seconds = rows.getLong(2);
      }
      Thread.sleep(seconds < LEAST_UPTIME_SECONDS ? 100 : 0);
    }
  }
}
