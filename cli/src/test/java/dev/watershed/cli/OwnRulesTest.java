package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that a team wrote itself, from the files to the exit code. */
class OwnRulesTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private static final String CONFIGURATION =
      """
      store: kept
      servers:
        - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}
      services:
        - {name: booking, match: {users: [booking]}, owns: ["shop.*"]}
      """;

  private static final String RULES =
      """
      rules:
        - rule: created-at
          title: a table without created_at
          file: rules/created-at.sql
          judges: both
          error_if: column_count >= $many
          parameters: {many: 2}
          environments:
            staging: {parameters: {many: 9}}
            laptop: {severity: 'off'}
      """;

  private static final String CREATED_AT =
      """
      SELECT schema, table_name, column_count, 'it has no created_at' AS message
      FROM tables ANTI JOIN (FROM columns WHERE column_name = 'created_at')
        USING (data_set, schema, table_name)
      """;

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int second = 0; second < 60; second++) {
      SlowLogText.event(
          log,
          "booking",
          START.plusSeconds(second),
          "SELECT title FROM plans WHERE id = " + second);
    }
    Files.writeString(folder.resolve("slow.log"), log.toString());
    Files.writeString(
        folder.resolve("dump.sql"),
        "CREATE DATABASE shop;\nUSE shop;\n"
            + "CREATE TABLE plans (id int NOT NULL, title varchar(9), PRIMARY KEY (id));\n"
            + "CREATE TABLE areas (id int NOT NULL, PRIMARY KEY (id));\n"
            + "CREATE TABLE news (id int NOT NULL, created_at datetime, PRIMARY KEY (id));\n");
    Files.writeString(folder.resolve("watershed.yaml"), CONFIGURATION + RULES);
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("rules/created-at.sql"), CREATED_AT);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void eachRowIsAViolationAndFailsByItsCondition() {
    run.execute("check", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("created-at").contains("shop.plans").contains("shop.areas");
    assertThat(run.output()).doesNotContain("shop.news");
  }

  @ParameterizedTest
  @CsvSource({"staging, 0, true", "laptop, 0, false", "nowhere, 2, false"})
  void anEnvironmentHasItsOwnSettings(String environment, int exitCode, boolean found) {
    run.execute("check", "-c", "watershed.yaml", "--environment", environment);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.output().contains("created-at")).isEqualTo(found);
    if (exitCode == 2) {
      assertThat(run.errors()).contains("nowhere").contains("laptop, staging");
    }
  }

  @Test
  void aBaselineAndASuppressionHoldForIt() throws IOException {
    run.execute("check", "-c", "watershed.yaml", "--baseline", "b.yaml", "--update-baseline");
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("b.yaml"))).contains("created-at::shop.plans");
    run.execute("check", "-c", "watershed.yaml", "--baseline", "b.yaml");
    assertThat(run.exitCode()).isZero();
    Files.writeString(
        folder.resolve("watershed.yaml"),
        CONFIGURATION
            + RULES
            + "suppressions: [{rule: created-at, subject: 'created-at::*', owner: booking, reason: old,"
            + " until: 2027-01-01}]\n");
    run.execute("check", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void ofAChangeOnlyWhatItAddsFailsAndASnapshotSaysTheSame() throws IOException {
    Files.writeString(
        folder.resolve("V2__more.sql"),
        "ALTER TABLE shop.areas ADD COLUMN name varchar(9);\n"
            + "CREATE TABLE shop.tags (id int NOT NULL, name varchar(9), PRIMARY KEY (id));\n");
    run.execute("check", "-c", "watershed.yaml", "--ddl", "V2__more.sql");
    String answer = run.output();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(answer).contains("V2__more.sql:2:1").contains("shop.tags");
    assertThat(answer).doesNotContain("shop.plans");
    run.execute("snapshot", "-c", "watershed.yaml", "--out", "s.snapshot");
    run.execute(
        "check", "-c", "watershed.yaml", "--snapshot", "s.snapshot", "--ddl", "V2__more.sql");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("V2__more.sql:2:1").contains("shop.tags");
  }

  @Test
  void aWrongQueryIsNamedWithItsLineAndTheOthersJudge() throws IOException {
    Files.writeString(
        folder.resolve("rules/created-at.sql"), CREATED_AT.replace("column_name", "colum_name"));
    run.execute("check", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).contains("rules/created-at.sql:2").contains("colum_name");
    assertThat(run.output()).contains("thin-data");
  }

  @Test
  void aQueryThatNeverEndsIsStoppedAndSaid() throws IOException {
    Files.writeString(
        folder.resolve("rules/created-at.sql"),
        "SELECT 'x' AS message, count(*) AS column_count FROM range(1000000000000) GROUP BY range % 3");
    Files.writeString(
        folder.resolve("watershed.yaml"),
        CONFIGURATION + RULES.replace("judges: both", "judges: fleet\n    timeLimitSeconds: 1"));
    run.execute("check", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output()).contains("rules/created-at.sql:1").contains("longer than 1 s");
  }

  @Test
  void aRuleIsTriedByAQueryOverTheSameTables() {
    String sql = "select table_name, owner from tables order by 1";
    run.execute("query", "-c", "watershed.yaml", "--facts", "--format", "csv", sql);
    assertThat(run.output())
        .isEqualTo("table_name,owner\r\nareas,booking\r\nnews,booking\r\nplans,booking\r\n");
    String answer = run.output();
    run.execute("snapshot", "-c", "watershed.yaml", "--out", "s.snapshot");
    run.execute(
        "query", "-c", "watershed.yaml", "--snapshot", "s.snapshot", "--format", "csv", sql);
    assertThat(run.output()).isEqualTo(answer);
  }
}
