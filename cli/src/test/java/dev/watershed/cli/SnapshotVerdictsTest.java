package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the store says of a figure that wavers round its bound, a snapshot says too. {@code market}
 * has a budget of 500 ms, and stays over it until it is below 400 ms.
 */
class SnapshotVerdictsTest {

  private static final List<Double> SECONDS = List.of(0.6, 0.45, 0.38, 0.45, 0.56, 0.42);
  private static final List<Integer> EXIT_CODES = List.of(1, 1, 0, 0, 1, 1);
  private static final int FIRST_DAY = 10;
  private static final int CALLS = 150;

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int day = 0; day < SECONDS.size(); day++) {
      Instant morning =
          LocalDate.of(2026, 11, FIRST_DAY + day).atTime(9, 0).toInstant(ZoneOffset.UTC);
      for (int call = 0; call < CALLS; call++) {
        SlowLogText.event(
            log,
            "svc_market",
            morning.plusSeconds(call),
            SECONDS.get(day),
            "SELECT a FROM orders WHERE id = 1");
      }
    }
    Files.writeString(folder.resolve("slow.log"), log);
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        store: kept
        servers: [{name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}]
        services: [{name: market, match: {users: [svc_market]}}]
        budgets: [{service: market, p95Millis: 500}]
        """);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).as(run.errors()).isZero();
  }

  @Test
  void bothSayTheSameWhereAFigureWavers() throws IOException {
    for (int day = 0; day < SECONDS.size(); day++) {
      snapshot(day, "before.snapshot");
      List<String> stored = violations(day);
      assertThat(run.exitCode()).as("day %d by the store", day).isEqualTo(EXIT_CODES.get(day));
      snapshot(day, "after.snapshot");
      for (String made : List.of("before.snapshot", "after.snapshot")) {
        assertThat(violations(made)).as("day %d by %s", day, made).isEqualTo(stored);
        assertThat(run.exitCode()).isEqualTo(EXIT_CODES.get(day));
      }
      assertThat(folder.resolve("before.snapshot"))
          .as("judging a span changes nothing of it")
          .hasSameBinaryContentAs(folder.resolve("after.snapshot"));
    }
  }

  @Test
  void aPartKnowsNothingOfTheWhole() throws IOException {
    violations(0);
    snapshot(1, "whole.snapshot");
    violations("whole.snapshot");
    assertThat(run.exitCode()).isEqualTo(1);
    run.execute(
        "check", "-c", "watershed.yaml", "--snapshot", "whole.snapshot", "--server", "booking-1");
    assertThat(run.exitCode()).as("of one server").isZero();
    run.execute(with(1, "snapshot", "--out", "part.snapshot", "--server", "booking-1"));
    violations("part.snapshot");
    assertThat(run.exitCode()).as("a snapshot of one server").isZero();
  }

  @Test
  void whereNothingWasJudgedBeforeNothingIsKnown() throws IOException {
    snapshot(1, "first.snapshot");
    violations("first.snapshot");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(Files.readString(folder.resolve("first.snapshot"), StandardCharsets.ISO_8859_1))
        .doesNotContain("watershed.verdicts");
  }

  private void snapshot(int day, String file) {
    run.execute(with(day, "snapshot", "--out", file));
    assertThat(run.exitCode()).as(run.errors()).isZero();
  }

  private List<String> violations(int day) throws IOException {
    run.execute(with(day, "check", "--format", "json"));
    return violations();
  }

  private List<String> violations(String snapshot) throws IOException {
    run.execute("check", "-c", "watershed.yaml", "--format", "json", "--snapshot", snapshot);
    return violations();
  }

  private List<String> violations() throws IOException {
    List<String> keys = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(run.output()).get("violations")) {
      keys.add(each.get("key").asText() + " " + each.get("state").asText());
    }
    return keys;
  }

  private static String[] with(int day, String command, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(command, "-c", "watershed.yaml"));
    arguments.addAll(List.of("--since", "2026-11-" + (FIRST_DAY + day)));
    arguments.addAll(List.of("--until", "2026-11-" + (FIRST_DAY + day + 1)));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }
}
