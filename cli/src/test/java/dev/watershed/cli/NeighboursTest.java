package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analyze --neighbours} on half an hour in which one service takes the server thrice. */
class NeighboursTest {

  private static final String SERVICES =
      """
      services:
        - {name: shop, match: {users: [svc_shop]}}
        - {name: stats, match: {users: [svc_stats]}}
      """;

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int minute = 0; minute < 30; minute++) {
      event(log, minute, 1, "svc_shop", 1, "SELECT a FROM shop.items WHERE id = 1");
      boolean loud = minute >= 10 && minute < 14;
      event(log, minute, 50, "svc_stats", loud ? 40 : 0.01, "SELECT COUNT(*) FROM shop.items");
    }
    Files.writeString(folder.resolve("slow.log"), log);
    run = new CommandRun(folder);
  }

  private static void event(
      StringBuilder log, int minute, int second, String user, double seconds, String sql) {
    SlowLogText.event(log, user, START.plusSeconds(60L * minute + second), seconds, sql);
  }

  private String neighbours(String server, String... more) throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "servers:\n  - {name: db, slowLog: slow.log, longQueryTimeSeconds: 0"
            + server
            + "}\n"
            + SERVICES);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
    String[] arguments = new String[more.length + 4];
    System.arraycopy(
        new String[] {"analyze", "-c", "watershed.yaml", "--neighbours"}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    run.execute(arguments);
    return run.output();
  }

  @Test
  void whoTakesTheServerForAWhileIsNamed() throws IOException {
    String text = neighbours(", cost: {currency: JPY, perMonth: 1000}");
    assertThat(run.exitCode()).isZero();
    assertThat(text)
        .contains("stats")
        .contains("nobody of 1 other service could be judged")
        .contains("JPY");
    assertThat(neighbours(", cost: {currency: JPY, perMonth: 1000}", "--format", "json"))
        .startsWith("{\n  \"format\" : \"watershed.neighbours/1\"")
        .contains("\"service\" : \"stats\"");
  }

  @Test
  void withoutCostOrCapacityThatIsSaid() throws IOException {
    String text = neighbours("");
    assertThat(run.exitCode()).isZero();
    assertThat(text).contains("cost.perMonth is not configured").contains("processors: unknown");
  }

  @Test
  void oneAnswerAtATime() throws IOException {
    neighbours("", "--coupling");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--coupling, --structure, --neighbours: expected one");
  }
}
