package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
    log.append(
        String.format(
            Locale.ROOT,
            "# Time: 2026-11-23T02:%02d:%02d.000000Z\n"
                + "# User@Host: %s[%s] @ host [10.0.0.1]  Id: 1\n"
                + "# Query_time: %.6f  Lock_time: 0.000001 Rows_sent: 0  Rows_examined: 1\n"
                + "use shop;\nSET timestamp=1764000000;\n%s;\n",
            minute,
            second,
            user,
            user,
            seconds,
            sql));
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
        .contains("load only: too few statements of others")
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
