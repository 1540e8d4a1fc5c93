package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two days of a log, the second with a statement more and one that became slow. */
class DiffTest {

  private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-11-02T08:00:00Z");
  private static final String DAYS =
      "--base 2026-11-01T00:00Z/2026-11-02T00:00Z --head 2026-11-02/2026-11-03";

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    Path log = folder.resolve("slow.log");
    Files.writeString(log, SimulatedServer.BANNER);
    for (int i = 0; i < 50; i++) {
      add(log, FIRST.plus(Duration.ofMinutes(i)), 1_000 + i, "SELECT * FROM plans WHERE id = 1");
      add(log, FIRST.plus(Duration.ofMinutes(i)), 500 + i, "SELECT * FROM members WHERE id = 1");
      add(log, SECOND.plus(Duration.ofMinutes(i)), 9_000 + i, "SELECT * FROM plans WHERE id = 2");
      add(log, SECOND.plus(Duration.ofMinutes(i)), 500 + i, "SELECT * FROM members WHERE id = 2");
    }
    add(log, FIRST, 2_000, "DELETE FROM carts WHERE id = 1");
    add(log, SECOND, 3_000, "INSERT INTO orders VALUES (1)");
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "servers: [{name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}]\n");
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).as(run.errors()).isZero();
  }

  @Test
  void whatChangedIsNamedWithBothSides() {
    diff(DAYS);
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .containsSubsequence(
            "base  1 Nov 2026 00:00 – 2 Nov 2026 00:00 UTC, 101 events",
            "head  2 Nov 2026 00:00 – 3 Nov 2026 00:00 UTC, 101 events",
            "slower",
            "+400 ms a day",
            "1 ms →     9 ms",
            "standard errors",
            "FROM plans",
            "new ",
            "INTO orders",
            "gone",
            "−2 ms a day",
            "3 of 3 changes shown, 1 digest unchanged, 0 undecided");
    diff(DAYS + " --format json --limit 1");
    assertThat(run.output())
        .contains("\"format\" : \"watershed.diff/1\"")
        .contains("\"changed\" : 3")
        .contains("\"change\" : \"slower\"")
        .doesNotContain("\"change\" : \"new\"");
  }

  @Test
  void aSpanComparedWithItselfDidNotChange() {
    diff("--base 2026-11-01/2026-11-02 --head 2026-11-01/2026-11-02");
    assertThat(run.output()).contains("0 of 0 changes shown, 2 digests unchanged, 1 undecided");
  }

  @Test
  void windowsThatReachBeyondASpanAreNamed() {
    diff("--base 2026-11-01T08:05Z/2026-11-02 --head 2026-11-02/2026-11-03");
    assertThat(run.output())
        .contains("base  1 Nov 2026 08:00 – ")
        .contains("base: windows count whole");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          --base 2026-11-01 --head 2026-11-02/2026-11-03            | 2 | '2026-11-01' is no span
          --base 2026-11-02/2026-11-01 --head 2026-11-02/2026-11-03 | 2 | a start and a later end
          --base then/now --head 2026-11-02/2026-11-03              | 2 | 'then' is no time
          --base 2020-01-01/2020-01-02 --head 2026-11-02/2026-11-03 | 3 | no statement in the store
          --base 2026-11-01/2026-11-02                              | 2 | --head
          """)
  void whatCannotBeComparedIsNamed(String arguments, int exitCode, String message) {
    diff(arguments);
    assertThat(run.errors()).contains(message);
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  private void diff(String arguments) {
    run.execute(("diff -c watershed.yaml " + arguments).split(" ", -1));
  }

  private static void add(Path log, Instant end, long micros, String statement) throws IOException {
    Files.writeString(
        log,
        "# Time: %s.000000Z\n# User@Host: web[web] @ [10.0.0.1]  Id: 7\n"
                .formatted(end.toString().replace("Z", ""))
            + "# Query_time: 0.%06d  Lock_time: 0.000000 Rows_sent: 1  Rows_examined: 1\n"
                .formatted(micros)
            + "SET timestamp=%d;\n%s;\n".formatted(end.getEpochSecond(), statement),
        StandardOpenOption.APPEND);
  }
}
