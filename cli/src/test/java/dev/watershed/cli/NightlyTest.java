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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nightly batch of docs/nightly.md: a log that rotates, collected in pieces and at once. */
class NightlyTest {

  private static final String CONFIGURATION =
      """
      store: kept
      servers:
        - {name: booking-1, slowLog: %s, longQueryTimeSeconds: 0}
      services:
        - {name: market, match: {users: [svc_0]}}
        - {name: booking, match: {users: [svc_1]}}
        - {name: member, match: {users: [svc_2]}}
      budgets: [{service: market, p95Millis: 100}]
      """;
  private static final int NIGHTS = 6;
  private static final Path GUIDE = Path.of("..", "docs", "nightly.md");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void piecesAndCompactionsAnswerAsOneRunDoes(int seed) throws IOException {
    CommandRun pieces = batch("pieces", "slow.log");
    SimulatedServer server = new SimulatedServer(folder.resolve("pieces/slow.log"), seed);
    for (int night = 0; night < NIGHTS; night++) {
      server.run(150, Duration.ofMinutes(9));
      collect(pieces);
      rotate(server, night);
      server.run(40, Duration.ofMinutes(2));
      pieces.clock(at("2026-11-0" + (night + 2) + "T04:00:00Z"));
      collect(pieces, "--compact");
    }
    server.flush();
    collect(pieces, "--log-ended");
    CommandRun once = batch("once", "../pieces/slow.log");
    collect(once, "--log-ended");

    for (String order : new String[] {"time", "calls", "p95"}) {
      assertThat(analysis(pieces, order)).isEqualTo(analysis(once, order)).contains("booking-1");
    }
    assertThat(verdict(pieces)).isEqualTo(verdict(once)).contains("budget-p95:market");
    pieces.clock(at("2027-01-30T04:00:00Z"));
    String before = analysis(pieces, "time");
    collect(pieces, "--compact");
    assertThat(analysis(pieces, "time")).isEqualTo(before);
  }

  /** The commands and the configuration of the guide, but for paths and accounts. */
  @Test
  void theGuideRunsAsItStands() throws IOException {
    List<String> guide = Files.readAllLines(GUIDE);
    Files.writeString(folder.resolve("watershed.yaml"), configuration(guide));
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), 1);
    server.run(400, Duration.ofMinutes(4));
    CommandRun run = new CommandRun(folder).clock(at("2026-11-02T03:00:00Z"));
    List<String> codes = new ArrayList<>();
    for (String[] command : commands(guide)) {
      run.execute(command);
      assertThat(run.errors()).isEmpty();
      codes.add(command[0] + " " + run.exitCode());
    }
    assertThat(codes).containsExactly("collect 0", "analyze 0", "report 0", "check 1", "check 1");
    assertThat(run.output()).contains("error  budget-p95  market").contains("unattributed-share");
    assertThat(Files.readString(folder.resolve("analysis.json"))).contains("watershed.analyze/1");
    assertThat(Files.readString(folder.resolve("check.json"))).contains("watershed.check/1");
    assertThat(Files.readString(folder.resolve("report.html"))).contains("</html>");
  }

  private static String configuration(List<String> guide) {
    int start = guide.indexOf("    # watershed.yaml");
    assertThat(start).isNotNegative();
    return guide.subList(start, guide.size()).stream()
        .takeWhile(line -> !line.isEmpty())
        .map(line -> line.substring(4))
        .collect(Collectors.joining("\n"))
        .replace("/var/lib/watershed", "kept")
        .replace("/var/log/mysql/", "")
        .replace("svc_market", "svc_0")
        .replace("svc_booking", "svc_1");
  }

  private static List<String[]> commands(List<String> guide) {
    return guide.stream()
        .filter(line -> line.startsWith("    watershed "))
        .map(line -> line.strip().replaceFirst(" \\|\\|.*", "").split(" +"))
        .map(words -> Arrays.copyOfRange(words, 1, words.length))
        .toList();
  }

  private CommandRun batch(String name, String log) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Files.writeString(own.resolve("watershed.yaml"), CONFIGURATION.formatted(log));
    return new CommandRun(own);
  }

  private static void rotate(SimulatedServer server, int night) throws IOException {
    if (night % 2 == 0) {
      server.rename();
      server.run(5, Duration.ofMinutes(1));
      server.reopen();
    } else {
      server.flush();
    }
  }

  private static void collect(CommandRun run, String... more) {
    String[] arguments = new String[3 + more.length];
    System.arraycopy(new String[] {"collect", "-c", "watershed.yaml"}, 0, arguments, 0, 3);
    System.arraycopy(more, 0, arguments, 3, more.length);
    run.execute(arguments);
    assertThat(run.exitCode()).as(run.errors()).isZero();
  }

  private static String analysis(CommandRun run, String order) {
    run.execute(
        "analyze", "-c", "watershed.yaml", "--format", "json", "--limit", "0", "--order-by", order);
    assertThat(run.exitCode()).as(run.errors()).isZero();
    return run.output();
  }

  private static String verdict(CommandRun run) {
    run.execute("check", "-c", "watershed.yaml", "--format", "json");
    assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
    return run.output();
  }

  private static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }
}
