package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose clock is wrong, beside one whose clock is right. */
class LiveClockFaultTest {

  @TempDir Path folder;

  @Test
  @Live(Product.MYSQL)
  void anHourAhead(
      @Live(value = Product.MYSQL, flags = "--clock=+1h") LiveServer ahead,
      @Live(Product.MARIADB) LiveServer sound)
      throws Exception {
    Marked statement = new Marked("clock");
    assertClock(ahead, Duration.ofHours(1));
    Fleet fleet = new Fleet(folder).add("ahead-1", ahead).add("sound-1", sound);
    fleet.collectAll();
    Instant before = Instant.now();
    statement.run(ahead, 5);
    statement.run(sound, 2);
    RunningCollector collector = RunningCollector.start(fleet);
    collector.awaitLooks(ahead, 1);
    statement.run(ahead, 6);
    collector.awaitLooks(ahead, 1);
    assertThat(collector.stop()).as(collector.errors()).isZero();
    assertThat(collector.errors())
        .containsPattern("ahead-1: its clock is 3\\d{3} seconds ahead of this machine's; .*chrony")
        .doesNotContain("sound-1: its clock");
    fleet.collectAll();
    Instant after = Instant.now();

    assertThat(fleet.calls("ahead-1", statement)).isEqualTo(11);
    assertThat(fleet.calls("sound-1", statement)).isEqualTo(2);
    assertThat(fleet.issues("ahead-1", IssueReason.CLOCK_DIFFERS)).isPositive();
    assertThat(fleet.issues("ahead-1", IssueReason.RESTART)).isZero();
    assertThat(fleet.issues("ahead-1", IssueReason.OTHER_SERVER)).isZero();
    assertThat(fleet.issues("sound-1", IssueReason.CLOCK_DIFFERS)).isZero();
    assertWithin(fleet.workload("ahead-1"), statement, before, after);
    fleet.assertAnalysisNames(IssueReason.CLOCK_DIFFERS);
  }

  private static void assertClock(LiveServer server, Duration by) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT UNIX_TIMESTAMP()")) {
      rows.next();
      Instant time = Instant.ofEpochSecond(rows.getLong(1));
      assertThat(Duration.between(Instant.now(), time)).isCloseTo(by, Duration.ofMinutes(1));
    }
  }

  private static void assertWithin(
      Workload workload, Marked statement, Instant before, Instant after) {
    StatementTable table = workload.statements();
    int rows = 0;
    for (int row = 0; row < table.size(); row++) {
      if (statement.is(workload.texts().get(table.textIndex(row)).fingerprint())) {
        rows++;
        // Whole seconds, since the server's clock and this one are not read at one moment.
        assertThat(instant(table.value(row, Measure.FIRST_SEEN_MICROS)))
            .isBetween(before.minusSeconds(1), after.plusSeconds(1));
        assertThat(instant(table.value(row, Measure.LAST_SEEN_MICROS)))
            .isBetween(before.minusSeconds(1), after.plusSeconds(1));
      }
    }
    assertThat(rows).isPositive();
    MinuteTable minutes = workload.minutes();
    assertThat(minutes.size()).isPositive();
    for (int row = 0; row < minutes.size(); row++) {
      assertThat(Instant.EPOCH.plus(minutes.minute(row), ChronoUnit.MINUTES))
          .isBetween(before.minusSeconds(60), after);
    }
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
