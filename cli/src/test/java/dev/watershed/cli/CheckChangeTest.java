package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that are judged before they run, from the files to the exit code. */
class CheckChangeTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private static final String CONFIGURATION =
      """
      store: kept
      servers:
        - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}
      services:
        - {name: booking, match: {users: [booking]}, owns: ["shop.*"]}
        - {name: payment, match: {users: [payment]}, owns: ["shop.payment*"], reads: ["shop.plans"]}
      """;

  private static final String DUMP =
      """
      CREATE DATABASE shop;
      USE shop;
      CREATE TABLE plans (
        id bigint NOT NULL AUTO_INCREMENT,
        title varchar(60) NOT NULL,
        price int NOT NULL,
        note varchar(60) DEFAULT NULL,
        PRIMARY KEY (id),
        KEY ix_price (price)
      );
      CREATE TABLE payments (
        id bigint NOT NULL AUTO_INCREMENT,
        plan_id bigint NOT NULL,
        state varchar(16) NOT NULL,
        PRIMARY KEY (id),
        KEY ix_plan (plan_id)
      );
      CREATE TABLE old_plans (id int NOT NULL, PRIMARY KEY (id));
      CREATE TABLE payment_audits (
        id bigint NOT NULL AUTO_INCREMENT,
        payment_id bigint NOT NULL,
        state varchar(16) NOT NULL,
        checked_by bigint DEFAULT NULL,
        PRIMARY KEY (id)
      );
      CREATE TRIGGER tr_payments AFTER INSERT ON payments FOR EACH ROW
        INSERT INTO shop.payment_audits (payment_id, state) VALUES (NEW.id, NEW.state);
      CREATE VIEW cheap_plans AS SELECT id, title FROM plans WHERE price < 1000;
      """;

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int second = 0; second < 60; second++) {
      Instant at = START.plusSeconds(second);
      SlowLogText.event(log, "booking", at, "SELECT id, title FROM plans WHERE price = " + second);
      SlowLogText.event(log, "booking", at, "SELECT title FROM cheap_plans WHERE id = " + second);
      SlowLogText.event(
          log, "booking", at, "SELECT id FROM plans FORCE INDEX (ix_price) WHERE price > 9000");
      SlowLogText.event(
          log, "payment", at, "INSERT INTO payments (plan_id, state) VALUES (1, 'a')");
      SlowLogText.event(
          log,
          "payment",
          at,
          "SELECT y.id FROM payments y JOIN plans p ON p.id = y.plan_id WHERE p.id = " + second);
    }
    Files.writeString(folder.resolve("slow.log"), log.toString());
    Files.writeString(folder.resolve("dump.sql"), DUMP);
    Files.writeString(folder.resolve("watershed.yaml"), CONFIGURATION);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DROP TABLE shop.plans                                | used-table
          DROP TABLE shop.old_plans                            |
          ALTER TABLE shop.plans DROP COLUMN title             | used-column
          ALTER TABLE shop.plans DROP COLUMN note              |
          DROP TABLE shop.payment_audits                       | used-table
          ALTER TABLE shop.payment_audits DROP COLUMN state    | used-column
          ALTER TABLE shop.payment_audits DROP COLUMN checked_by |
          ALTER TABLE shop.plans ADD COLUMN stars int          |
          ALTER TABLE shop.payments ADD COLUMN fee int NOT NULL | required-column
          ALTER TABLE shop.payments ADD COLUMN fee int NOT NULL DEFAULT 0 |
          ALTER TABLE shop.plans DROP KEY ix_price             | used-index
          ALTER TABLE shop.plans MODIFY title varchar(40) NOT NULL | narrowed-column
          ALTER TABLE shop.plans MODIFY title varchar(62) NOT NULL |
          ALTER TABLE shop.payments MODIFY plan_id varchar(20) NOT NULL | join-key-type
          ALTER TABLE shop.payments ADD KEY ix_again (plan_id) | repeated-index
          ALTER TABLE shop.payments ADD KEY ix_state (state)   |
          ALTER TABLE shop.payments ADD FOREIGN KEY (plan_id) REFERENCES shop.plans (id) | foreign-key-owner
          CREATE TABLE shop.notes (id int NOT NULL PRIMARY KEY) |
          CREATE TABLE shop.notes (id int NOT NULL)            | keyless-table
          ALTER TABLE shop.plans DROP COLUMN rating            | broken-migration
          """)
  void definitionsAreJudgedByWhatRuns(String statement, String rule) throws IOException {
    check("change.sql", statement + ";\n", "--ddl", "change.sql");
    if (rule == null) {
      assertThat(run.output()).doesNotContain("change.sql").doesNotContain("error");
      assertThat(run.exitCode()).isZero();
    } else {
      assertThat(run.output()).contains(rule);
      assertThat(run.exitCode()).isEqualTo(rule.equals("keyless-table") ? 0 : 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT stars FROM shop.plans WHERE id = 1            | unknown-name
          UPDATE shop.plans SET note = '' WHERE id = 1         | new-statement-owners
          SELECT y.id FROM shop.payments y, shop.plans p WHERE p.id = y.plan_id | new-statement-owners
          SELECT title FROM shop.plans WHERE id = 1            |
          UPDATE shop.payments SET state = 'b' WHERE id = 1    |
          """)
  void newStatementsAreJudgedByTheirService(String statement, String rule) throws IOException {
    check("new.sql", statement + ";\n", "--sql", "new.sql", "--service", "payment");
    if (rule == null) {
      assertThat(run.output()).doesNotContain("error").doesNotContain("warning");
      assertThat(run.exitCode()).isZero();
    } else {
      assertThat(run.output()).contains(rule);
      assertThat(run.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void theClauseIsNamedByFileLineAndColumn() throws IOException {
    check(
        "change.sql",
        "USE shop;\n\nALTER TABLE plans\n  ADD COLUMN stars int NULL,\n  DROP COLUMN title;\n",
        "--ddl",
        "change.sql",
        "--format",
        "json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("\"change.sql\"")
        .contains("\"line\" : 5")
        .contains("\"column\" : 3")
        .contains("\"booking\"");
  }

  @Test
  void whatWasSentBeforeADeploymentCountsNoMore() throws IOException {
    String drop = "ALTER TABLE shop.payments DROP COLUMN state;\n";
    check("change.sql", drop, "--ddl", "change.sql");
    assertThat(run.exitCode()).isEqualTo(1);
    check("change.sql", drop, "--ddl", "change.sql", "--deployed", "payment=2026-11-23T00:10:00Z");
    assertThat(run.output()).doesNotContain("used-column");
    assertThat(run.exitCode()).isZero();
    check("change.sql", drop, "--ddl", "change.sql", "--deployed", "payment=2026-11-23T00:00:30Z");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  /** The configuration, and files that pipelines append to, say it for good. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-23T00:10:00Z |                                | 0
          2026-11-23T00:00:30Z |                                | 1
                               | 2026-11-23T00:10:00Z,payment   | 0
                               | 2026-11-23T00:00:30Z,payment   | 1
          2026-11-23T00:00:30Z | 2026-11-23T00:10:00Z,payment   | 0
          2026-11-23T00:10:00Z | 2026-11-23T00:00:30Z,payment   | 0
                               | 2026-11-23T00:10:00Z,booking   | 1
          """)
  void deploymentsOfTheConfigurationCount(String written, String line, int exitCode)
      throws IOException {
    String configuration = CONFIGURATION;
    if (written != null) {
      configuration =
          configuration.replace("{name: payment,", "{name: payment, deployed: " + written + ",");
    }
    if (line != null) {
      configuration += "deployments: deployments.csv\n";
      Files.writeString(folder.resolve("deployments.csv"), "time,service\n" + line + "\n");
    }
    Files.writeString(folder.resolve("watershed.yaml"), configuration);
    String drop = "ALTER TABLE shop.payments DROP COLUMN state;\n";
    check("change.sql", drop, "--ddl", "change.sql");
    assertThat(run.exitCode()).as(run.errors()).isEqualTo(exitCode);
    check("change.sql", drop, "--ddl", "change.sql", "--deployed", "payment=2026-11-23T00:00:01Z");
    assertThat(run.exitCode()).as("--deployed goes first").isEqualTo(1);
  }

  @Test
  void deploymentsThatCannotBeSayWhere() throws IOException {
    String drop = "DROP TABLE shop.old_plans;\n";
    Files.writeString(
        folder.resolve("watershed.yaml"),
        CONFIGURATION.replace("{name: payment,", "{name: payment, deployed: 2999-01-01T00:00:00Z,")
            + "deployments: deployments.csv\n");
    check("change.sql", drop, "--ddl", "change.sql");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("deployments.csv: there is no such file")
        .contains("watershed.yaml:6:31: 2999-01-01T00:00:00Z is in the future");
    Files.writeString(
        folder.resolve("deployments.csv"),
        "2026-11-23T00:10:00Z,paymnt\n\n2999-01-01T00:00:00Z,booking\n");
    check("change.sql", drop, "--ddl", "change.sql");
    assertThat(run.errors())
        .contains("deployments.csv:1: there is no service 'paymnt'; did you mean 'payment'?")
        .contains("deployments.csv:3: 2999-01-01T00:00:00Z is in the future");
    run.execute("check", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as("only a change needs them").isNotEqualTo(2);
  }

  @Test
  void statementsAreReadAfterTheDefinitions() throws IOException {
    Files.writeString(folder.resolve("new.sql"), "SELECT stars FROM shop.plans WHERE id = 1;\n");
    check(
        "change.sql",
        "ALTER TABLE shop.plans ADD COLUMN stars int NULL;\n",
        "--ddl",
        "change.sql",
        "--sql",
        "new.sql");
    assertThat(run.output()).doesNotContain("unknown-name");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage() {
    run.execute("check", "-c", "watershed.yaml", "--ddl", "nowhere.sql");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--ddl: there is no file nowhere.sql");
  }

  /** Migrations that have moved, or are no SQL, are not a change without a mistake. */
  @Test
  void aFolderWithoutSqlIsWrongUsage() throws IOException {
    Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(folder.resolve("migrations/V1.xml"), "<changeSet/>");
    run.execute("check", "-c", "watershed.yaml", "--ddl", "migrations");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--ddl: below migrations no file ends with .sql");
  }

  @Test
  void aTimeThatIsNoneIsWrongUsage() throws IOException {
    for (String deployed : List.of("payment", "payment=soon")) {
      check(
          "change.sql",
          "DROP TABLE shop.old_plans;\n",
          "--ddl",
          "change.sql",
          "--deployed",
          deployed);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.errors()).contains("--deployed");
    }
  }

  /** No rule that compares spans of the fleet judges a change. */
  @ParameterizedTest
  @ValueSource(strings = {"--ddl", "--sql", "--capture"})
  void anEarlierSpanIsWrongUsageBesideAChange(String option) throws IOException {
    String statement = "DROP TABLE shop.old_plans;\n";
    check("change.sql", statement, option, "change.sql", "--base", "2026-11-01/2026-11-02");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--base: compares the fleet of two spans", "--base-config");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void anEarlierSpanIsComparedWhereTheFleetIsJudgedToo() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), CONFIGURATION);
    check(
        "change.sql",
        "DROP TABLE shop.old_plans;\n",
        "--ddl",
        "change.sql",
        "--base-config",
        "base.yaml",
        "--base",
        "2026-11-01/2026-11-02");
    assertThat(run.errors()).doesNotContain("--base:");
    assertThat(run.exitCode()).isNotEqualTo(2);
  }

  @Test
  void placeholdersHaveTheValuesOfTheConfiguration() throws IOException {
    Files.createDirectory(folder.resolve("db"));
    String drop = "ALTER TABLE ${schema}.plans${suffix} DROP COLUMN title;\n";
    String migrations = "migrations: [{path: db, tool: flyway, placeholders: {schema: shop%s}}]\n";
    Files.writeString(
        folder.resolve("watershed.yaml"), CONFIGURATION + migrations.formatted(", suffix: ''"));
    check("db/V2__drop.sql", drop, "--ddl", "db");
    assertThat(run.output()).contains("used-column", "shop.plans").doesNotContain("placeholder");
    assertThat(run.exitCode()).isEqualTo(1);
    Files.writeString(folder.resolve("watershed.yaml"), CONFIGURATION + migrations.formatted(""));
    check("db/V2__drop.sql", drop, "--ddl", "db");
    assertThat(run.output())
        .contains("broken-migration")
        .contains(
            "the placeholder ${suffix} has no value; give one by placeholders in 'migrations'")
        .doesNotContain("${schema}");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aFileThatFitsNoServerSaysHowToTellIt() throws IOException {
    Files.writeString(folder.resolve("slow-2.log"), Files.readString(folder.resolve("slow.log")));
    Files.writeString(folder.resolve("dump-2.sql"), DUMP.replace("shop", "store"));
    Files.writeString(
        folder.resolve("watershed.yaml"),
        CONFIGURATION.replace(
            "services:",
            "  - {name: store-1, slowLog: slow-2.log, longQueryTimeSeconds: 0, catalog: dump-2.sql}\n"
                + "services:"));
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    check("change.sql", "DROP TABLE old_plans;\n", "--ddl", "change.sql");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("change.sql: nothing tells on which server it runs (shop-1, store-1)");
    check("change.sql", "DROP TABLE old_plans;\n", "--ddl", "change.sql", "--schema", "store");
    assertThat(run.exitCode()).isZero();
  }

  private void check(String file, String text, String... options) throws IOException {
    Files.writeString(folder.resolve(file), text);
    run.execute(
        Stream.concat(Stream.of("check", "-c", "watershed.yaml"), Stream.of(options))
            .toArray(String[]::new));
  }
}
