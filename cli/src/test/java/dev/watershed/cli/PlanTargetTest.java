package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code plan --target} on a store with a whole September, no October and a day of November. In
 * September stock writes what the target gives to shop; in November it does not.
 */
class PlanTargetTest {

  private static final String STRAY = "UPDATE shop.items SET a = 1 WHERE id = 1";
  private static final String OWN = "UPDATE shop.days SET a = 1 WHERE id = 1";

  @TempDir static Path folder;
  private static CommandRun run;

  @BeforeAll
  static void collect() throws IOException {
    Files.writeString(
        folder.resolve("dump.sql"),
        """
        USE shop;
        CREATE TABLE items (id int PRIMARY KEY, a int);
        CREATE TABLE days (id int PRIMARY KEY, a int);
        """);
    StringBuilder log = new StringBuilder();
    Instant september = Instant.parse("2026-09-01T00:10:00Z");
    for (int hour = 0; hour < 30 * 24; hour++) {
      SlowLogText.event(
          log, "svc_stock", september.plus(Duration.ofHours(hour)), hour % 2 == 0 ? STRAY : OWN);
    }
    Instant november = Instant.parse("2026-11-20T00:10:00Z");
    for (int hour = 0; hour < 24; hour++) {
      SlowLogText.event(
          log,
          hour % 2 == 0 ? "svc_shop" : "svc_stock",
          november.plus(Duration.ofHours(hour)),
          hour % 2 == 0 ? STRAY : OWN);
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

  @BeforeEach
  void usualTarget() throws IOException {
    target(
        "- {owner: shop, tables: shop.items}\n  - {owner: stock, tables: shop.days, schema: stock}");
  }

  private void target(String owners) throws IOException {
    Files.writeString(
        folder.resolve("target.yaml"), "format: watershed.target/1\nowners:\n  " + owners + "\n");
  }

  private String plan(String... more) {
    String[] all = {"plan", "-c", "watershed.yaml", "--target", "target.yaml"};
    String[] arguments = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, arguments, all.length, more.length);
    run.execute(arguments);
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.output();
  }

  @Test
  void theMonthsShowThatItShrinksAndWhichAreNotKnown() {
    String text = plan();
    assertThat(text)
        .contains("2 tables, 1 to place: 1 in another schema")
        .contains("writers that the target does not allow: 0")
        .containsPattern("2026-09 +1 +0 +1 +0 +1 +0 +0\\.00014 +0 +0")
        .containsPattern("2026-10 +unknown: nothing was collected")
        .containsPattern("2026-11 +1 +0 +1 +0 +0 .*in part: .* of its hours seen of shop-1")
        .doesNotContainPattern("2026-09.*in part");
  }

  @Test
  void jsonHasAllOfIt() {
    String json = plan("--format", "json");
    assertThat(json)
        .startsWith("{\n  \"format\" : \"watershed.target-distance/1\"")
        .contains("\"unknown\" : true")
        .contains("\"inPart\" : true")
        .contains("\"writer\" : \"stock\"");
    assertThat(Pattern.compile("\"month\" : ").matcher(json).results()).hasSize(3);
  }

  @Test
  void itsMovesAreWhatWhatIfReads() throws IOException {
    String moves = plan("--format", "moves");
    assertThat(moves)
        .isEqualTo(
            "format: watershed.moves/1\nmoves:\n"
                + "  - {moveTables: ['shop.days'], schema: 'stock'}\n");
    Files.writeString(folder.resolve("moves.yaml"), moves);
    run.execute("plan", "-c", "watershed.yaml", "--what-if", "moves.yaml");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("1. move shop.days to the schema stock");
  }

  @Test
  void aPatternWithoutATableIsANoteWithItsPlace() throws IOException {
    target("- {owner: shop, tables: [shop.items, shop.dayz]}");
    assertThat(plan())
        .containsPattern("target.yaml:3:40: no table fits shop.dayz; did you mean shop.days");
  }

  @Test
  void whatDoesNotExistEndsTheCommand() throws IOException {
    target("- {owner: shopp, tables: shop.items}");
    run.execute("plan", "-c", "watershed.yaml", "--target", "target.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("target.yaml:3:13: there is no service shopp; did you mean shop?");
    run.execute(
        "plan", "-c", "watershed.yaml", "--target", "target.yaml", "--what-if", "moves.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
