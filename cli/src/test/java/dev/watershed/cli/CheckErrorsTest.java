package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The budget of errors on two servers: the log of one has {@code log_slow_extra}, by which one in
 * ten statements of booking there fails, and that of the other one says nothing of errors.
 */
class CheckErrorsTest {

  private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");
  private static final int STATEMENTS = 20;
  private static final int FAILING = 10;

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    StringBuilder plain = new StringBuilder();
    StringBuilder extra = new StringBuilder();
    for (int at = 0; at < STATEMENTS; at++) {
      Instant ended = BEGIN.plusSeconds(at);
      SlowLogText.event(plain, "market", ended, "SELECT a FROM items WHERE id = " + at);
      SlowLogText.event(plain, "booking", ended, "SELECT a FROM items WHERE id = " + at);
      StringBuilder event = new StringBuilder();
      SlowLogText.event(event, "booking", ended, "UPDATE items SET a = 1 WHERE id = " + at);
      int error = at % FAILING == 0 ? 1213 : 0;
      extra.append(
          event.toString().replace("examined: 1", "examined: 1 Thread_id: 1 Errno: " + error));
      SlowLogText.event(extra, "member", ended, "SELECT b FROM items WHERE id = " + at);
    }
    Files.writeString(folder.resolve("plain.log"), plain);
    Files.writeString(folder.resolve("extra.log"), extra);
    run = new CommandRun(folder);
    configure("booking", 1);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  private void configure(String service, double share) throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        store: kept
        servers:
          - {name: db-1, slowLog: plain.log, longQueryTimeSeconds: 0}
          - {name: db-2, slowLog: extra.log, longQueryTimeSeconds: 0}
        services:
          - {name: market, match: {users: [market]}}
          - {name: booking, match: {users: [booking]}}
          - {name: member, match: {users: [member]}}
        """
            + "budgets: [{service: %s, errorShare: %s}]%n".formatted(service, share));
  }

  /** Of booking 2 of 40 are known to fail; the 20 on the other server may as well. */
  @ParameterizedTest
  @CsvSource({"booking, 0.04, 1", "booking, 0.06, 3", "market, 0.5, 3", "member, 0.001, 0"})
  void whatNobodyCountsIsNoPass(String service, double share, int exitCode) throws IOException {
    configure(service, share);
    run.execute("check", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.output() + run.errors()).isEqualTo(exitCode);
  }

  @Test
  void whereTheServerIsLeftOutTheRestIsJudged() throws IOException {
    configure("booking", 0.2);
    run.execute("check", "-c", "watershed.yaml", "--server", "db-2");
    assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
  }
}
