package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hours of a log: in the second one, stock begins to write what shop wrote alone. */
class DiffCouplingTest {

  private static final String HOURS =
      "--base 2026-11-01T08:00Z/2026-11-01T09:00Z --head 2026-11-01T10:00Z/2026-11-01T11:00Z";
  private static final Instant BASE = Instant.parse("2026-11-01T08:01:00Z");
  private static final Instant HEAD = Instant.parse("2026-11-01T10:01:00Z");

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("dump.sql"),
        "USE shop;\nCREATE TABLE items (id int PRIMARY KEY, a int);\n"
            + "CREATE TABLE days (id int PRIMARY KEY, a int);\n");
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      SlowLogText.event(log, "svc_shop", BASE.plusSeconds(60L * i), "UPDATE shop.items SET a = 1");
    }
    for (int i = 0; i < 40; i++) {
      SlowLogText.event(log, "svc_stock", HEAD.plusSeconds(60L * i), "UPDATE shop.items SET a = 1");
      if (i < 8) {
        SlowLogText.event(
            log, "svc_shop", HEAD.plusSeconds(60L * i + 1), "UPDATE shop.items SET a = 1");
      }
    }
    Files.writeString(folder.resolve("slow.log"), log);
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        servers:
          - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}
        services:
          - {name: shop, match: {users: [svc_shop]}, owns: [shop.items]}
          - {name: stock, match: {users: [svc_stock]}, owns: [shop.days]}
        """);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  private String diff(String arguments) {
    run.execute(("diff -c watershed.yaml --coupling " + arguments).split(" "));
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.output();
  }

  @Test
  void whatIsNewIsNamedWithItsStatements() {
    assertThat(diff(HOURS))
        .containsSubsequence(
            "base  1 Nov 2026 08:00 – 1 Nov 2026 09:00 UTC",
            "new: ",
            "contested-table",
            "shop.items is written by stock 83%, shop 17%",
            "UPDATE shop.items SET a = ?",
            "tables that another service writes: 1",
            "shop.items: shop had 100 % of the writes, stock has 83.3 %",
            "appeared: service stock");
  }

  @Test
  void theSameSpanTwiceHasNoChange() {
    String hour = "2026-11-01T10:00Z/2026-11-01T11:00Z";
    assertThat(diff("--base " + hour + " --head " + hour))
        .doesNotContain("new: ", "grown: ", "appeared")
        .containsPattern("[1-9]\\d* findings unchanged");
  }

  @Test
  void jsonHasBothSides() {
    assertThat(diff(HOURS + " --format json"))
        .startsWith("{\n  \"format\" : \"watershed.coupling-diff/1\"")
        .contains("\"change\" : \"new\"")
        .contains("\"base\" : null")
        .contains("\"writer\" : \"stock\"");
  }
}
