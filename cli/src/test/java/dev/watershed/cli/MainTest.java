package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line from its arguments to its exit code, in this process. */
class MainTest {

  private static final String LOG =
      """
      /usr/sbin/mysqld, Version: 9.7.4. started with:
      Tcp port: 3306  Unix socket: /var/run/mysqld/mysqld.sock
      Time                 Id Command    Argument
      # Time: 2026-11-23T10:00:01.000000Z
      # User@Host: web[web] @  [10.2.3.4]  Id:     7
      # Query_time: 0.030000  Lock_time: 0.000010 Rows_sent: 1  Rows_examined: 900
      use market;
      SET timestamp=1795428001;
      SELECT * FROM orders WHERE id = 7;
      # Time: 2026-11-23T10:00:02.000000Z
      # User@Host: web[web] @  [10.2.3.4]  Id:     7
      # Query_time: 0.010000  Lock_time: 0.000010 Rows_sent: 1  Rows_examined: 900
      SET timestamp=1795428002;
      SELECT * FROM orders WHERE id = 8;
      # Time: 2026-11-23T10:05:00.000000Z
      # User@Host: batch[batch] @  [10.9.0.1]  Id:     8
      # Query_time: 0.020000  Lock_time: 0.000000 Rows_sent: 0  Rows_examined: 1
      SET timestamp=1795428300;
      UPDATE orders SET state = 'x' WHERE id = 7;
      """;

  @TempDir private Path folder;
  private CommandRun run;

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(folder.resolve("slow.log"), LOG);
    run = new CommandRun(folder);
  }

  @Test
  void digestRanksForPeople() {
    run.execute("digest", "slow.log", "--long-query-time", "0");
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).isEmpty();
    assertThat(run.output())
        .contains("3 events", "2 digests", "2 services", "66.7 %")
        .contains("SELECT * FROM orders WHERE id = ?")
        .doesNotContain("\u001b", "id = 7");
  }

  @Test
  void digestRanksForMachines() {
    run.execute("digest", "slow.log", "--format", "json", "--limit", "1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("\"format\" : \"watershed.digest/1\"", "\"events\" : 3", "\"calls\" : 2")
        .contains("\"tables\" : [ \"market.orders\" ]", "WHERE id = ?\"")
        .doesNotContain("UPDATE");
  }

  @Test
  void twoRunsPrintTheSameBytes() {
    run.execute("digest", "slow.log", "--format", "json");
    String first = run.output();
    run.execute("digest", "slow.log", "--format", "json", "--threads", "1");
    assertThat(run.output()).isEqualTo(first);
  }

  @Test
  void literalsShowOnlyWhereAskedFor() {
    run.execute("digest", "slow.log", "--format", "json", "--samples", "raw");
    assertThat(run.output()).contains("WHERE id = 7");
  }

  @Test
  void theConfigurationNamesServices() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        servers: [{name: one, longQueryTimeSeconds: 0.005}]
        services:
          - {name: shop, match: {users: [web]}}
        """);
    run.execute("digest", "slow.log", "-c", "watershed.yaml", "--group-by", "service");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("shop", "unattributed 33.3 %", "long_query_time was 5 ms");
  }

  @Test
  void aSpanLeavesOutTheRest() {
    run.execute(
        "digest", "slow.log", "--since", "2026-11-23T10:00:02Z", "--until", "2026-11-23T10:01:00Z");
    assertThat(run.output()).contains("1 event ");
  }

  @Test
  void explainTakesTheBeginningOfAnId() {
    run.execute("digest", "slow.log", "--format", "json", "--limit", "1");
    String id = run.output().replaceAll("(?s).*\"digest\" : \"([0-9a-f]{16})\".*", "$1");
    run.execute("explain", id.substring(0, 10), "--from", "slow.log");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains(id, "WHERE id = ?", "market.orders", "web", "p95");
    run.execute("explain", id, "--from", "slow.log", "--format", "json");
    assertThat(run.output()).contains("\"format\" : \"watershed.explain/1\"", "\"rank\" : 1");
  }

  @Test
  void htmlGoesToAFile() {
    run.execute("digest", "slow.log", "--format", "html", "--out", "report.html");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).isEmpty();
    assertThat(folder.resolve("report.html")).content().startsWith("<!doctype html>");
  }

  @Test
  void standardInputAndCompressedFilesAreLogs() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(LOG.getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("old.gz"), compressed.toByteArray());
    run.executeWithInput(LOG, "digest", "-", "old.gz");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("6 events", "of 2 files");
  }

  @Test
  void demoWritesAPageAndSaysWhere() throws IOException {
    Files.createDirectories(folder.resolve("examples/marketplace"));
    Files.writeString(folder.resolve("examples/marketplace/slow.log"), LOG);
    Files.writeString(
        folder.resolve("examples/marketplace/watershed.yaml"),
        "servers: [{name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0}]\n");
    run.execute("demo");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    Path page = folder.resolve("watershed-demo.html");
    assertThat(Files.readString(page)).contains("What hurts, why, and what to do");
    assertThat(folder.resolve("examples/marketplace/workload")).doesNotExist();
    assertThat(run.output()).contains("report: " + page.toAbsolutePath().normalize().toUri());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"                                 | 2 | expected a command",
        "digst                                | 2 | unknown command 'digst'; did you mean digest?",
        "digest                               | 2 | Missing required parameter: 'FILE'",
        "digest slow.log --limt 3             | 2 | unknown option '--limt'; did you mean --limit?",
        "digest slow.log --order-by tme       | 2 | did you mean time?",
        "digest slow.log --limit -2           | 2 | --limit: expected 0 (for all) or more",
        "digest slow.log --since never        | 2 | --since: 'never' is no time",
        "digest slow.log --sql-mode X         | 2 | --sql-mode: unknown sql_mode: X",
        "digest slow.log --time-zone X        | 2 | --time-zone: 'X' is no time zone",
        "digest slow.log --sample-rate 0      | 2 | --sample-rate: expected a whole number",
        "digest slow.log --threads 0          | 2 | --threads: expected a whole number",
        "digest slow.log --long-query-time -1 | 2 | --long-query-time: expected seconds",
        "digest slow.log --out no/where       | 2 | its folder does not exist",
        "digest slow.log -c no.yaml           | 2 | no.yaml: no such file",
        "digest no.log                        | 2 | no.log: no such file",
        "digest slow.log --since 2030-01-01   | 3 | no statement in the log in the span asked for",
        "explain zz --from slow.log           | 2 | 'zz' is no digest",
        "explain ffffffffffffffff --from slow.log | 2 | no digest ffffffffffffffff in these logs",
        "explain abc                          | 2 | --from",
        "demo                                 | 2 | the example is not there",
      })
  void failsWithAWayOut(String arguments, int exitCode, String message) {
    run.execute(arguments.isBlank() ? new String[0] : arguments.split(" ", -1));
    assertThat(run.errors()).contains("watershed: ").contains(message).doesNotContain("\tat ");
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void anEmptyLogIsNotEnough() throws IOException {
    Files.writeString(folder.resolve("empty.log"), "");
    run.execute("digest", "empty.log", "--format", "json");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output()).contains("\"events\" : 0");
    assertThat(run.errors()).contains("is slow_query_log on");
  }

  @Test
  void oneBadInputOfTwoIsDoneInPart() throws IOException {
    byte[] binary = new byte[10_000];
    new java.util.Random(1).nextBytes(binary);
    Files.write(folder.resolve("binary.log"), binary);
    run.execute("digest", "binary.log", "slow.log", "--format", "json");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors()).contains("binary.log: no slow-log event found");
    assertThat(run.output()).contains("\"events\" : 3", "\"failed\" : [ {", "binary.log: no slow");
  }

  @Test
  void aHostileNameCannotSteerTheTerminal() {
    run.execute("digest", "\u001b[2Jx.log");
    assertThat(run.errors()).contains("␛[2Jx.log").doesNotContain("\u001b");
  }

  @Test
  void colourIsForTerminals() {
    run.terminal(true).execute("digest", "slow.log");
    assertThat(run.output()).contains("\u001b[");
    run.terminal(true).variable("NO_COLOR", "1").execute("digest", "slow.log");
    assertThat(run.output()).doesNotContain("\u001b[");
    run.terminal(false).execute("digest", "slow.log", "--color", "always");
    assertThat(run.output()).contains("\u001b[");
  }

  @Test
  void serversWithDifferentSettingsAreDigestedApart() throws IOException {
    Files.writeString(folder.resolve("other.log"), LOG);
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "servers:\n  - {name: a, slowLog: %s/slow.log, sampleRate: 2}\n"
                .formatted(folder.toAbsolutePath())
            + "  - {name: b, slowLog: %s/other.log}\n".formatted(folder.toAbsolutePath()));
    run.execute("digest", "slow.log", "other.log", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("servers with different settings (a, b)");
    run.execute("digest", "slow.log", "-c", "watershed.yaml");
    assertThat(run.output()).contains("6 events from 3 sampled");
    run.execute("digest", "other.log", "-c", "watershed.yaml", "--sample-rate", "3");
    assertThat(run.output()).contains("9 events from 3 sampled");
  }

  @Test
  void theLogOfAServerBeginsInTheFolderOfTheConfiguration() throws IOException {
    Path own = Files.createDirectory(folder.resolve("conf"));
    Files.writeString(own.resolve("slow.log"), LOG);
    Files.writeString(
        own.resolve("watershed.yaml"),
        "servers: [{name: a, slowLog: slow.log, sampleRate: 2}, {name: b, slowLog: other.log}]\n");
    run.execute("digest", "conf/slow.log", "-c", "conf/watershed.yaml");
    assertThat(run.output()).contains("6 events from 3 sampled");
    run.execute("digest", "slow.log", "-c", "conf/watershed.yaml");
    assertThat(run.output()).contains("3 events").doesNotContain("sampled");
  }

  @Test
  void aBugSaysHowToSeeWhere() {
    run.clock(new BrokenClock());
    run.execute("digest", "slow.log");
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.errors())
        .contains("this is a bug: java.lang.IllegalStateException: broken", "--debug")
        .doesNotContain("\tat ");
    run.execute("digest", "slow.log", "--debug");
    assertThat(run.errors()).contains("\tat ");
    run.variable("WATERSHED_DEBUG", "1").execute("digest", "slow.log");
    assertThat(run.errors()).contains("\tat ");
  }

  private static final class BrokenClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      throw new IllegalStateException("broken");
    }
  }

  @Test
  void aClosedPipeEndsQuietly() {
    run.closedOutput().execute("digest", "slow.log");
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void helpIsData() {
    run.execute("help", "digest");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("Usage: watershed digest", "--order-by");
    run.execute("--version");
    assertThat(run.output()).startsWith("watershed ");
  }
}
