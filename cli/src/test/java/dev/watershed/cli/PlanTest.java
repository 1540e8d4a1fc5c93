package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan} on two services that write each other's tables, and a table that nobody uses. */
class PlanTest {

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;
  private CommandRun run;
  private int seconds;

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("dump.sql"),
        """
        USE shop;
        CREATE TABLE items (id int PRIMARY KEY, a int);
        CREATE TABLE days (id int PRIMARY KEY, a int);
        CREATE TABLE items_bk_2019 (id int PRIMARY KEY, a int);
        """);
    StringBuilder log = new StringBuilder();
    for (String user : new String[] {"svc_shop", "svc_stock"}) {
      events(log, user, 20, "UPDATE shop.items SET a = 1 WHERE id = 1");
      events(log, user, 20, "UPDATE shop.days SET a = 1 WHERE id = 1");
    }
    Files.writeString(folder.resolve("slow.log"), log);
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        servers:
          - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}
        services:
          - {name: shop, team: core, match: {users: [svc_shop]}, owns: [shop.items]}
          - {name: stock, match: {users: [svc_stock]}, owns: [shop.days]}
        """);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  private void events(StringBuilder log, String user, int times, String sql) {
    for (int i = 0; i < times; i++) {
      seconds++;
      SlowLogText.event(log, user, START.plusSeconds(seconds), sql);
    }
  }

  private String run(String... arguments) {
    run.execute(arguments);
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.output();
  }

  @Test
  void theFirstStepSaysWhatToDoAndWhy() {
    String text = run("plan", "-c", "watershed.yaml");
    assertThat(text)
        .contains("1. merge the data of stock into shop: ")
        .contains("because they share 100 % of their load on tables")
        .contains("UPDATE shop.days SET a = ? WHERE id = ?")
        .contains("put into quarantine 1 table of shop whose names say copy, backup or a year,")
        .contains("step 1: ask the owners")
        .contains("what is not known");
  }

  @Test
  void itsMovesAreJudgedOnTheirOwn() throws IOException {
    String moves = run("plan", "-c", "watershed.yaml", "--format", "moves");
    assertThat(moves)
        .isEqualTo(
            """
            format: watershed.moves/1
            moves:
              - {mergeServices: ['stock'], into: 'shop'}
              - {retireTables: ['shop.items_bk_2019']}
            """);
    Files.writeString(folder.resolve("moves.yaml"), moves);
    assertThat(run("plan", "-c", "watershed.yaml", "--what-if", "moves.yaml"))
        .contains("1. merge the services stock into shop")
        .contains("writes another service's table → stays within its service")
        .contains("effort S (2 days): 2 services to change")
        .contains("teams core");
    assertThat(run("plan", "-c", "watershed.yaml", "--what-if", "moves.yaml", "--format", "json"))
        .startsWith("{\n  \"format\" : \"watershed.what-if/1\"");
  }

  @Test
  void theTeamsOfModulesAreConcernedWhereModulesAreToldApart() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        servers:
          - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}
        services:
          - name: app
            team: all
            match: {users: ["svc_*"]}
            modules:
              - {name: shop, team: core, match: {users: [svc_shop]}, owns: [shop.items]}
              - {name: stock, team: depot, match: {users: [svc_stock]}, owns: [shop.days]}
        """);
    Files.writeString(
        folder.resolve("moves.yaml"),
        "format: watershed.moves/1\nmoves:\n  - {mergeServices: [app/stock], into: app/shop}\n");
    assertThat(run("plan", "-c", "watershed.yaml", "--modules", "--what-if", "moves.yaml"))
        .contains("teams core, depot");
  }

  @Test
  void movesOfWhatIsNotThereEndTheCommand() throws IOException {
    Files.writeString(
        folder.resolve("moves.yaml"),
        "format: watershed.moves/1\nmoves:\n"
            + "  - {moveTables: [shop.item], owner: stok}\n"
            + "  - {mergeServices: [shop], into: stock}\n");
    run.execute("plan", "-c", "watershed.yaml", "--what-if", "moves.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("moves.yaml: move 1: there is no service stok; did you mean stock?")
        .contains("moves.yaml: move 1: no table fits shop.item; did you mean shop.items?");
  }
}
