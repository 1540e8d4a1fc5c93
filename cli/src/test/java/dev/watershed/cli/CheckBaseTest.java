package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A change of the configuration fails by what it adds alone. {@code market} takes 2 s and is over
 * its budget, {@code booking} takes 100 ms and reads a table of {@code market}.
 */
class CheckBaseTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private static final String BASE =
      """
      store: kept
      servers: [{name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}]
      services:
        - {name: market, team: core, match: {users: [market]}, owns: ["shop.*"]}
        - {name: booking, team: stay, match: {users: [booking]}}
      budgets: [{service: market, p95Millis: 500}]
      """;

  private static final String DUMP =
      """
      CREATE DATABASE shop;
      USE shop;
      CREATE TABLE orders (id bigint NOT NULL, title varchar(60) NOT NULL, PRIMARY KEY (id));
      """;

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int second = 0; second < 120; second++) {
      Instant at = START.plusSeconds(second);
      SlowLogText.event(log, "market", at, 2, "SELECT title FROM orders WHERE id = " + second);
      SlowLogText.event(log, "booking", at, 0.1, "SELECT id FROM orders WHERE id = " + second);
    }
    Files.writeString(folder.resolve("slow.log"), log.toString());
    Files.writeString(folder.resolve("dump.sql"), DUMP);
    Files.createDirectory(folder.resolve("base"));
    base(BASE);
    head(BASE);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    run.execute("snapshot", "-c", "watershed.yaml", "--out", "a.snapshot");
    assertThat(run.exitCode()).as(run.errors()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.snapshot"})
  void whatWasThereBeforeFailsNothing(String snapshot) {
    check(snapshot);
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("3 in the baseline").doesNotContain("error  budget-p95");
    check(snapshot, "--format", "json");
    assertThat(run.output())
        .contains("\"state\" : \"baseline\"", "\"note\" : \"there before this change\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          budgets: [{service: market, p95Millis: 500}, {service: booking, p95Millis: 50}] | budget-p95  booking
          budgets: [{service: market, p95Millis: 500}, {service: booking, p95Millis: 500}] |
          budgets: [{service: market, p95Millis: 10}] |
          budgets: [] |
          rules: [{rule: foreign-read, severity: error}] | foreign-read
          rules: [{rule: thin-data, severity: error}] | thin-data
          """)
  void whatItAddsFails(String keys, String added) throws IOException {
    head(keys.startsWith("budgets") ? BASE.replaceFirst("budgets:.*", keys) : BASE + keys + "\n");
    check("");
    assertThat(run.exitCode()).as(run.output() + run.errors()).isEqualTo(added == null ? 0 : 1);
    assertThat(run.output()).contains(added == null ? "passes" : "error  " + added);
    check("a.snapshot");
    assertThat(run.exitCode()).as("by the snapshot").isEqualTo(added == null ? 0 : 1);
  }

  @Test
  void takingAwayWhatWasAcceptedAddsAViolation() throws IOException {
    for (String accepted :
        new String[] {
          "suppressions: [{rule: budget-p95, subject: market, owner: core, reason: sale, until:"
              + " 2026-12-31}]\n",
          "rules: [{rule: budget-p95, shadow: true}]\n"
        }) {
      base(BASE + accepted);
      head(BASE);
      check("");
      assertThat(run.exitCode()).as(accepted).isEqualTo(1);
      assertThat(run.output()).contains("error  budget-p95  market");
      head(BASE + accepted);
      check("");
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void aRuleThatGetsMoreSevereAddsAViolation() throws IOException {
    base(BASE + "rules: [{rule: budget-p95, severity: warning}]\n");
    check("");
    assertThat(run.exitCode()).isEqualTo(1);
    base(BASE);
    head(BASE + "rules: [{rule: budget-p95, severity: warning}]\n");
    check("");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("3 in the baseline");
  }

  @Test
  void whatCouldNotBeJudgedBeforeEitherFailsNothing() throws IOException {
    String unseen =
        BASE.replace("p95Millis: 500}", "p95Millis: 500}, {service: gone, p95Millis: 9}");
    String misfit = "sensitive: [shop.users.mail]\n";
    head(unseen + misfit);
    check("");
    assertThat(run.exitCode()).as("new ones").isEqualTo(2);
    head(unseen);
    check("");
    assertThat(run.exitCode()).as("not enough data").isEqualTo(3);
    base(unseen + misfit);
    head(unseen + misfit);
    check("");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("sensitive-read of shop.users.mail was misconfigured before this change");
  }

  @Test
  void definitionsAreJudgedBesides() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "ALTER TABLE shop.orders DROP COLUMN title;\n");
    check("a.snapshot", "--ddl", "a.sql");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("used-column", "1 new of severity error", "3 in the baseline");
    Files.writeString(folder.resolve("a.sql"), "ALTER TABLE shop.orders ADD COLUMN note int;\n");
    check("a.snapshot", "--ddl", "a.sql");
    assertThat(run.exitCode()).as(run.output()).isZero();
    head(BASE + "rules: [{rule: foreign-read, severity: error}]\n");
    check("a.snapshot", "--ddl", "a.sql");
    assertThat(run.output()).contains("error  foreign-read");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  /** It judges the fleet, where it was there before, and beside it what the change adds. */
  @Test
  void aRuleOfOnesOwnIsHeldAgainstTheBaseToo() throws IOException {
    String own =
        "rules: [{rule: tables-at-all, judges: both, severity: error, sql: \"SELECT schema,"
            + " table_name, 'a table' AS message, 1 AS tables FROM tables\"}]\n";
    head(BASE + own);
    check("a.snapshot");
    assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
    assertThat(run.output()).contains("error  tables-at-all  shop.orders");
    base(BASE + own);
    check("a.snapshot");
    assertThat(run.exitCode()).as(run.output()).isZero();
    Files.writeString(
        folder.resolve("a.sql"), "CREATE TABLE shop.notes (id int NOT NULL PRIMARY KEY);\n");
    check("a.snapshot", "--ddl", "a.sql");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("error  tables-at-all  shop.notes", "1 new of severity error")
        .doesNotContain("tables-at-all  shop.orders");
  }

  @Test
  void nothingIsRecordedAndNoBaselineIsWritten() {
    check("");
    assertThat(folder.resolve("kept/verdicts")).doesNotExist();
    check("", "--baseline", "b.yaml", "--update-baseline");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("b.yaml")).doesNotExist();
  }

  @Test
  void aWrongBaseIsNamed() throws IOException {
    base(BASE + "budget: []\n");
    check("");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("base/watershed.yaml:7:1", "budget: unknown key");
  }

  private void base(String text) throws IOException {
    Files.writeString(folder.resolve("base/watershed.yaml"), text);
  }

  private void head(String text) throws IOException {
    Files.writeString(folder.resolve("watershed.yaml"), text);
  }

  private void check(String snapshot, String... options) {
    Stream<String> by = snapshot.isEmpty() ? Stream.of() : Stream.of("--snapshot", snapshot);
    Stream<String> arguments =
        Stream.of("check", "-c", "watershed.yaml", "--base-config", "base/watershed.yaml");
    run.execute(
        Stream.of(arguments, by, Stream.of(options)).flatMap(each -> each).toArray(String[]::new));
  }
}
