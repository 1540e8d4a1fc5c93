package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A month of two servers whose logs rotate in every way, collected in pieces, most of which are
 * interrupted, and compacted every night, against one run that nobody disturbed: every command
 * answers the same, byte for byte. {@code -Dwatershed.months=30} simulates more of them ({@code
 * .ci/simulate-months}).
 */
class MonthTest {

  private static final int MONTHS = Integer.getInteger("watershed.months", 2);
  private static final int DAYS = 30;
  private static final int PIECES_A_DAY = 4;
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final String CONFIGURATION =
      """
      store: %s
      servers:
        - {name: booking-1, slowLog: booking.log, longQueryTimeSeconds: 0}
        - {name: market-1, slowLog: market.log, longQueryTimeSeconds: 0}
      services:
        - {name: market, match: {users: [svc_0]}}
        - {name: booking, match: {users: [svc_1]}}
        - {name: member, match: {users: [svc_2]}}
      budgets: [{service: market, p95Millis: 100}]
      rules:
        - {rule: unattributed-share, severity: error, maxShare: 0.05}
      """;

  /** Questions whose answers must not tell how the store came to be. */
  private static final List<String> QUESTIONS =
      List.of(
          "analyze --format json --limit 0",
          "analyze --format json --limit 0 --order-by calls",
          "analyze --format json --limit 0 --order-by p95 --group-by service",
          "analyze --format json --limit 0 --server market-1",
          "analyze --format json --limit 0 --since 2026-11-20 --until 2026-11-30",
          "analyze --limit 0",
          "check --format json",
          "check",
          "check --since 2026-11-05 --until 2026-11-19",
          "diff --base 2026-11-01/2026-11-11 --head 2026-11-15/2026-11-25 --format json --limit 0",
          "diff --base 2026-11-01/2026-11-11 --head 2026-11-15/2026-11-25",
          "report --out report.html");

  @TempDir Path folder;

  static Stream<Integer> seeds() {
    return IntStream.rangeClosed(1, MONTHS).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inPiecesWithInterruptionsAndCompactedItEqualsOneRun(int seed) throws Exception {
    Files.writeString(folder.resolve("pieces.yaml"), CONFIGURATION.formatted("pieces"));
    Files.writeString(folder.resolve("once.yaml"), CONFIGURATION.formatted("once"));
    SplittableRandom random = new SplittableRandom(seed);
    List<SimulatedServer> servers =
        List.of(
            new SimulatedServer(folder.resolve("booking.log"), seed),
            new SimulatedServer(folder.resolve("market.log"), seed + 1_000));
    CollectorPieces pieces = new CollectorPieces(folder, "pieces.yaml", random.split());
    for (int day = 0; day < DAYS; day++) {
      for (int part = 0; part < PIECES_A_DAY; part++) {
        work(servers, random);
        pieces.collect(latest(servers));
      }
      night(servers, day, random);
      pieces.compact(latest(servers));
    }
    for (SimulatedServer server : servers) {
      server.flush();
    }
    pieces.undisturbed(latest(servers), "--log-ended", "--compact");
    assertThat(pieces.interruptions()).isGreaterThan(DAYS);
    assertThat(levels()).contains("slot", "hour", "hours", "day");
    new CollectorPieces(folder, "once.yaml", random).undisturbed(START, "--log-ended");
    for (String question : QUESTIONS) {
      assertThat(answer(question, "pieces.yaml"))
          .as(question)
          .isEqualTo(answer(question, "once.yaml"));
    }
  }

  /** A few hours in which little happens, then a busy time. */
  private static void work(List<SimulatedServer> servers, SplittableRandom random)
      throws IOException {
    for (SimulatedServer server : servers) {
      server.run(2, Duration.ofMinutes(random.nextInt(1, 90)));
      server.run(random.nextInt(30), Duration.ofSeconds(random.nextInt(1, 90)));
    }
  }

  /** What happens to the logs at the end of a day. */
  private static void night(List<SimulatedServer> servers, int day, SplittableRandom random)
      throws IOException {
    for (SimulatedServer server : servers) {
      server.idle(START.plus(Duration.ofDays(day + 1)).minusSeconds(random.nextInt(1, 900)));
      server.run(random.nextInt(1, 6), Duration.ofSeconds(30));
      switch (random.nextInt(6)) {
        case 0 -> server.copyAndTruncate();
        case 1 -> {
          server.rename();
          server.run(random.nextInt(5), Duration.ofMinutes(1));
          server.reopen();
        }
        case 2, 3 -> {
          server.rename();
          server.reopen();
          server.compress();
        }
        case 4 -> server.restart();
        default -> {
          if (day == 11 || day == 12) {
            server.setClockBack(Duration.ofHours(random.nextInt(1, 100)));
          }
        }
      }
    }
  }

  private static Instant latest(List<SimulatedServer> servers) {
    return servers.stream().map(SimulatedServer::now).max(Instant::compareTo).orElseThrow();
  }

  private List<String> levels() throws IOException {
    try (Stream<Path> windows = Files.walk(folder.resolve("pieces/windows"))) {
      return windows
          .map(path -> path.getFileName().toString().split("-", -1))
          .filter(parts -> parts.length == 4)
          .map(parts -> parts[1])
          .distinct()
          .toList();
    }
  }

  private String answer(String question, String configuration) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(question.split(" ", -1)));
    arguments.addAll(1, List.of("-c", configuration));
    Clock clock = Clock.fixed(START.plus(Duration.ofDays(DAYS)), ZoneOffset.UTC);
    CommandRun run = new CommandRun(folder).clock(clock);
    run.execute(arguments.toArray(String[]::new));
    assertThat(run.errors()).as(question).isEmpty();
    assertThat(run.exitCode()).as(question).isBetween(0, 1);
    Path out = folder.resolve("report.html");
    String page = Files.exists(out) ? Files.readString(out) : "";
    Files.deleteIfExists(out);
    String answer = (run.output() + page).replace(configuration, "the configuration");
    assertThat(answer).as(question).hasSizeGreaterThan(100);
    return answer;
  }
}
