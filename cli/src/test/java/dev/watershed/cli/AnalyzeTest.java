package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The store answers what is asked of it: {@code analyze}, {@code report} and {@code explain}. */
class AnalyzeTest {

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        store: kept
        servers:
          - {name: booking-1, slowLog: booking.log, longQueryTimeSeconds: 0}
          - {name: plan-1, slowLog: plan.log, longQueryTimeSeconds: 0}
        services:
          - {name: market, match: {users: [svc_0]}}
          - {name: plan, match: {users: [svc_1]}}
        """);
    for (String server : List.of("booking", "plan")) {
      SimulatedServer simulated =
          new SimulatedServer(folder.resolve(server + ".log"), server.length());
      simulated.run(200, Duration.ofMinutes(server.equals("plan") ? 90 : 10));
      simulated.flush();
    }
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void theTextNamesServicesServersAndTransactions() {
    run.execute("analyze", "-c", "watershed.yaml", "--limit", "3");
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("400 events")
        .contains("3 of ")
        .contains("-c watershed.yaml")
        .contains("\ntransactions\n")
        .contains("booking-1 · slowlog · 200 events · 1 Nov 2026")
        .contains("plan-1 · slowlog · 200 events")
        .contains("long_query_time 0 s")
        .contains("without a statement");
  }

  @Test
  void oneServerIsAnalysedAloneAndSumsToTheWhole() {
    long all = events();
    long sum = events("--server", "booking-1") + events("--server", "plan-1");
    assertThat(sum).isEqualTo(all).isEqualTo(400);
  }

  @Test
  void aSpanCountsWholeWindowsAndSaysSo() {
    long all = events();
    long first = events("--until", "2026-11-01T12:00:00Z");
    assertThat(first).isPositive();
    assertThat(first + events("--since", "2026-11-01T12:00:00Z")).isEqualTo(all);
    assertThat(run.output()).contains("\"countedFrom\" : null");
    run.execute("analyze", "-c", "watershed.yaml", "--since", "2026-11-01T12:05:00Z");
    assertThat(run.output()).doesNotContain("countedFrom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "check", "explain", "report"})
  void everyAnswerSaysWhatItCountsBeyondTheSpan(String command) throws IOException {
    Instant slot = firstSlot();
    String begun = slot.plus(Duration.ofMinutes(14)).toString();
    assertThat(answer(command, "--since", begun)).contains("Windows count whole: statements from ");
    assertThat(answer(command, "--since", slot.toString())).doesNotContain("Windows count whole");
    if (!command.equals("report")) {
      assertThat(answer(command, "--format", "json", "--since", begun))
          .contains("\"countedFrom\" : \"" + slot + "\"")
          .contains("\"countedUntil\" : null");
    }
  }

  private Instant firstSlot() {
    run.execute("analyze", "-c", "watershed.yaml", "--format", "json", "--limit", "1");
    String first = run.output().replaceFirst("(?s).*?\"firstSeen\" : \"([^\"]*)\".*", "$1");
    long seconds = Instant.parse(first).getEpochSecond();
    return Instant.ofEpochSecond(seconds - seconds % Duration.ofMinutes(15).toSeconds());
  }

  private String answer(String command, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    if (command.equals("explain")) {
      run.execute("analyze", "-c", "watershed.yaml", "--format", "json", "--limit", "1");
      arguments.add(run.output().replaceFirst("(?s).*\"digest\" : \"([0-9a-f]{16})\".*", "$1"));
    }
    if (command.equals("report")) {
      arguments.addAll(List.of("--out", "page.html"));
    }
    arguments.addAll(List.of("-c", "watershed.yaml"));
    arguments.addAll(List.of(more));
    run.execute(arguments.toArray(String[]::new));
    return command.equals("report") ? Files.readString(folder.resolve("page.html")) : run.output();
  }

  @Test
  void groupsAndOrdersAreThoseOfDigest() {
    run.execute("analyze", "-c", "watershed.yaml", "--group-by", "service", "--order-by", "calls");
    assertThat(run.output()).contains("market").contains("(unattributed)");
  }

  @Test
  void thePageAndOneStatementComeFromTheStore() throws IOException {
    run.execute("report", "-c", "watershed.yaml", "--out", "report.html");
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("report.html")))
        .startsWith("<!doctype html>")
        .contains("SELECT * FROM plans WHERE");
    run.execute("analyze", "-c", "watershed.yaml", "--format", "json", "--limit", "1");
    String digest = run.output().replaceAll("(?s).*\"digest\" : \"([0-9a-f]{16})\".*", "$1");
    run.execute("explain", digest, "-c", "watershed.yaml");
    assertThat(run.errors()).isEmpty();
    assertThat(run.output()).contains(digest);
    run.execute("explain", "ffffffffffffffff", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no digest ffffffffffffffff in the store");
    run.execute("explain", digest);
    assertThat(run.errors()).contains("expected --from FILE… with slow logs, or -c FILE");
  }

  @Test
  void aDamagedWindowIsLeftOutAndTheRestAnalysed() throws IOException {
    Path window;
    try (Stream<Path> files = Files.list(folder.resolve("kept/windows/plan-1"))) {
      window = files.sorted().findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(window);
    bytes[bytes.length / 2] ^= 1;
    Files.write(window, bytes);
    run.execute("analyze", "-c", "watershed.yaml", "--format", "json");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors()).contains("left out: ").contains(window.getFileName().toString());
    assertThat(run.output()).contains("\"failed\" : [ {").contains("booking-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          analyze                                                        | 2 | --config
          analyze -c nix.yaml                                            | 2 | nix.yaml: no such file
          analyze -c watershed.yaml --since soon                         | 2 | 'soon' is no time
          analyze -c watershed.yaml --since 2026-11-02 --until 2026-11-01 | 2 | a time after --since
          analyze -c watershed.yaml --limit -1                           | 2 | expected 0 (for all) or more
          analyze -c watershed.yaml --server nix                         | 3 | no statement in the store
          analyze -c watershed.yaml --until 2020-01-01                   | 3 | until 2020-01-01T00:00:00Z
          analyze -c elsewhere.yaml                                      | 3 | there is no store at
          report -c elsewhere.yaml --out x.html                          | 3 | there is no store at
          report -c watershed.yaml                                       | 2 | --out
          explain 00 -c elsewhere.yaml                                   | 3 | there is no store at
          """)
  void whatCannotBeAnsweredIsNamed(String arguments, int exitCode, String message)
      throws IOException {
    Files.writeString(folder.resolve("elsewhere.yaml"), "store: nowhere\n");
    run.execute(arguments.split(" ", -1));
    assertThat(run.errors()).contains(message);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.output()).isEmpty();
  }

  private long events(String... more) {
    run.execute(
        Stream.concat(
                Stream.of("analyze", "-c", "watershed.yaml", "--format", "json"), Stream.of(more))
            .toArray(String[]::new));
    assertThat(run.exitCode()).isZero();
    return Long.parseLong(run.output().replaceAll("(?s).*\\],\\s+\"events\" : (\\d+),.*", "$1"));
  }
}
