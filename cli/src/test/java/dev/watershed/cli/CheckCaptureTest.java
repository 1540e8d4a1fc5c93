package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --capture} with slow and general logs of the same tests. */
class CheckCaptureTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private static final String CONFIGURATION =
      """
      store: kept
      servers:
        - {name: shop-1, slowLog: today.log, longQueryTimeSeconds: 0, catalog: dump.sql}
      services:
        - {name: booking, match: {users: [booking]}, owns: ["shop.plans"]}
        - {name: payment, match: {users: [payment]}, owns: ["shop.payments"]}
      """;

  private static final String DUMP =
      """
      CREATE DATABASE shop;
      USE shop;
      CREATE TABLE plans (id bigint NOT NULL, title varchar(60) NOT NULL, PRIMARY KEY (id));
      CREATE TABLE payments (id bigint NOT NULL, plan_id bigint NOT NULL, PRIMARY KEY (id));
      """;

  private static final String CROSSING =
      "SELECT y.id FROM payments y JOIN plans p ON p.id = y.plan_id";
  private static final String TAGGED = "/* test='tests/PayTest.java' */ " + CROSSING;

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    StringBuilder today = new StringBuilder();
    SlowLogText.event(today, "booking", START, "SELECT title FROM plans WHERE id = 1");
    Files.writeString(folder.resolve("today.log"), today.toString());
    Files.writeString(folder.resolve("dump.sql"), DUMP);
    Files.writeString(folder.resolve("watershed.yaml"), CONFIGURATION);
    StringBuilder slow = new StringBuilder();
    SlowLogText.event(slow, "booking", START, "SELECT title FROM plans WHERE id = 2");
    SlowLogText.event(slow, "payment", START, TAGGED);
    SlowLogText.event(slow, "payment", START, "SELECT a FROM suite_only");
    Files.writeString(folder.resolve("slow.log"), slow.toString());
    Files.writeString(folder.resolve("mysql.log"), mysql(TAGGED));
    Files.writeString(folder.resolve("mariadb.log"), mariadb(TAGGED));
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slow.log", "mysql.log", "mariadb.log"})
  void bothKindsShowTheShapeItsServiceAndItsTest(String log) {
    run.execute("check", "-c", "watershed.yaml", "--capture", log, "--format", "json");
    assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
    assertThat(run.output())
        .contains("new-statement-owners")
        .contains("\"payment\"")
        .contains("\"tests/PayTest.java\"")
        .doesNotContain("suite_only");
    run.execute("check", "-c", "watershed.yaml", "--capture", log, "--base-capture", "mysql.log");
    assertThat(run.exitCode()).as("the shape was there before").isZero();
  }

  /** A test database has a name of its own; nothing was judged, so the gate may not pass. */
  @Test
  void aLogOfTablesThatNobodyKnowsIsNotEnough() throws IOException {
    StringBuilder log = new StringBuilder();
    SlowLogText.event(log, "payment", START, "SELECT a FROM suite_only");
    Files.writeString(folder.resolve("unknown.log"), log.toString());
    run.execute("check", "-c", "watershed.yaml", "--capture", "unknown.log");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors())
        .contains("--capture: none of 1 statement uses tables")
        .contains("--schema");
  }

  @Test
  void aPackedLogIsUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(mysql(TAGGED).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("mysql.log.gz"), packed.toByteArray());
    run.execute("check", "-c", "watershed.yaml", "--capture", "mysql.log.gz");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  /** Who sends it is unknown, and which schema is meant: that is said. */
  @Test
  void aLogThatBeganTooLateSaysSo() throws IOException {
    Files.writeString(
        folder.resolve("late.log"),
        "2026-11-23T00:00:00.000001Z\t    9 Query\tSELECT title FROM plans WHERE id = 3\n");
    run.execute("check", "-c", "watershed.yaml", "--capture", "late.log");
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).contains("--capture: 1 times no user");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"json\": true}\n", "CREATE TABLE t (a int);\n", "# a note\n"})
  void aFileThatIsNeitherSaysWhatWasExpected(String text) throws IOException {
    Files.writeString(folder.resolve("odd.txt"), text);
    run.execute("check", "-c", "watershed.yaml", "--capture", "odd.txt");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("--capture: odd.txt: neither a slow log nor a general log")
        .contains("# User@Host")
        .contains("Query<TAB>SELECT 1");
  }

  private static String mysql(String statement) {
    String at = "2026-11-23T00:00:00.000001Z\t    ";
    return "/usr/sbin/mysqld, Version: 9.7.4-2 ((Debian)). started with:\n"
        + "Tcp port: 3306  Unix socket: /run/mysqld/mysqld.sock\n"
        + "Time                 Id Command    Argument\n"
        + (at + "8 Connect\tbooking@10.0.0.1 on shop using SSL/TLS\n")
        + (at + "9 Connect\tpayment@10.0.0.1 on  using SSL/TLS\n")
        + (at + "8 Query\tSELECT title FROM plans WHERE id = 2\n")
        + (at + "9 Init DB\tshop\n")
        + (at + "9 Prepare\tSELECT nobody FROM executes_this\n")
        + (at + "9 Execute\t" + statement + "\n")
        + (at + "9 Query\tSELECT a FROM suite_only\n")
        + (at + "9 Quit\t\n");
  }

  private static String mariadb(String statement) {
    return "mariadbd, Version: 10.11.18-MariaDB (Debian 12). started with:\n"
        + "Tcp port: 3306  Unix socket: /run/mysqld/mysqld.sock\n"
        + "Time\t\t    Id Command\tArgument\n"
        + "261123  0:00:00\t     8 Connect\tbooking@10.0.0.1 on shop using TCP/IP\n"
        + "\t\t     9 Connect\tpayment@10.0.0.1 on  using TCP/IP\n"
        + "\t\t     8 Query\tSELECT title FROM plans WHERE id = 2\n"
        + "\t\t     9 Query\tUSE shop; "
        + statement
        + "; SELECT a FROM suite_only\n"
        + "\t\t     9 Quit\t\n";
  }
}
