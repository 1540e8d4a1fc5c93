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

/** What is judged by the paths that a change touches. {@code booking} is slower than agreed. */
class CheckPathsTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private static final String CONFIGURATION =
      """
      store: kept
      servers:
        - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}
      services:
        - {name: payment, match: {users: [payment]}, owns: ["shop.payment*"], paths: [payment]}
      include: [services/booking/watershed.yaml]
      budgets: [{service: booking, p95Millis: 500}]
      """;

  private static final String BOOKING =
      """
      services: [{name: booking, team: stay, match: {users: [booking]}, owns: ["shop.plans"]}]
      migrations: [{path: db, schema: shop}]
      """;

  private static final String DUMP =
      """
      CREATE DATABASE shop;
      USE shop;
      CREATE TABLE plans (id bigint NOT NULL, title varchar(60) NOT NULL, PRIMARY KEY (id));
      CREATE TABLE payments (id bigint NOT NULL, plan_id bigint NOT NULL, PRIMARY KEY (id));
      """;

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int second = 0; second < 120; second++) {
      Instant at = START.plusSeconds(second);
      SlowLogText.event(log, "booking", at, 2, "SELECT title FROM plans WHERE id = " + second);
      SlowLogText.event(log, "payment", at, 0.01, "SELECT id FROM payments WHERE id = " + second);
    }
    write("slow.log", log.toString());
    write("dump.sql", DUMP);
    write("watershed.yaml", CONFIGURATION);
    write("services/booking/watershed.yaml", BOOKING);
    write("services/booking/db/V1__drop.sql", "ALTER TABLE plans DROP COLUMN title;\n");
    write("services/booking/db/V2__add.sql", "CREATE TABLE notes (id int NOT NULL PRIMARY KEY);\n");
    write("payment/new.sql", "UPDATE shop.plans SET title = '' WHERE id = 1;\n");
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).as(run.errors()).isZero();
  }

  @Test
  void theMigrationsAmongThemAreJudgedAndWhoseTheyAreIsSaid() {
    check("services/booking/db/V1__drop.sql\nREADME.md\ndocs/a.md\n");
    assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
    assertThat(run.output())
        .contains("used-column  shop.plans.title")
        .contains("the change touches booking (1 path); nobody claims 2 paths, such as README.md")
        .doesNotContain("V2__add.sql", "budget-p95");
  }

  @Test
  void whatIsInNobodysFilesIsTheirs() {
    check("services/booking/db/V2__add.sql\n", "--format", "json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .containsPattern("\"subject\" : \"shop.notes\",\\s+\"services\" : \\[ \"booking\" \\]")
        .containsPattern(
            "\"touched\" : \\{\\s+\"services\" : \\[ \"booking\" \\],\\s+\"paths\" : 1,"
                + "\\s+\"unclaimed\" : \\[ \\]");
  }

  @Test
  void aChangeWithoutMigrationsJudgesNothing() {
    check("payment/Main.java\nservices/booking/db/gone.sql\nservices/booking/db\n");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .contains("touches booking, payment (3 paths)", "nothing new, 1 inspected");
  }

  @Test
  void whatIsAmongMigrationsAndNoSqlIsSaid() throws IOException {
    write("services/booking/db/V3__x.java", "class V3__x {}");
    check("services/booking/db/V3__x.java\n");
    assertThat(run.errors())
        .contains("services/booking/db/V3__x.java: not judged: of 'migrations' only .sql is read");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void sqlIsSaidNotToBeJudgedWhereNobodySaysWhatMigrationsAre() throws IOException {
    write("services/booking/watershed.yaml", BOOKING.replaceFirst("migrations: .*", ""));
    check("services/booking/db/V1__drop.sql\nservices/booking/db/V2__add.sql\nREADME.md\n");
    assertThat(run.errors())
        .contains("services/booking/db/V1__drop.sql and 1 more: not judged: the configuration has")
        .contains("name them with --ddl");
    check("README.md\nservices/booking/db/gone.sql\n");
    assertThat(run.errors()).doesNotContain("not judged");
  }

  @Test
  void newStatementsAreSentByWhomTheirFileIs() {
    run.execute("check", "-c", "watershed.yaml", "--sql", "payment/new.sql");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("payment would write shop.plans of booking");
    run.execute(
        "check", "-c", "watershed.yaml", "--sql", "payment/new.sql", "--service", "booking");
    assertThat(run.exitCode()).as("--service says otherwise").isZero();
  }

  @Test
  void namedFilesAreJudgedInsteadOfTheMigrations() {
    check("services/booking/db/V1__drop.sql\n", "--ddl", "services/booking/db/V2__add.sql");
    assertThat(run.output()).contains("new-table-owner").doesNotContain("used-column");
  }

  @Test
  void anEndedSuppressionFailsChangesOfItsOwnerAlone() throws IOException {
    suppress("2026-11-01");
    check("payment/Main.java\n");
    assertThat(run.exitCode()).as(run.output()).isZero();
    check("services/booking/src/Main.java\n");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("error  budget-p95  booking", "1 new of severity error");
    suppress("2026-12-31");
    check("services/booking/src/Main.java\n");
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  @Test
  void aListThatCannotBeReadIsWrongUsage() throws IOException {
    run.execute("check", "-c", "watershed.yaml", "--changed-paths", "nowhere");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--changed-paths: nowhere cannot be read");
    write("paths", "\"half\n");
    run.execute("check", "-c", "watershed.yaml", "--changed-paths", "paths");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--changed-paths: paths: \"half: a quote is not closed");
  }

  private void suppress(String until) throws IOException {
    write(
        "services/booking/watershed.yaml",
        BOOKING
            + "suppressions:\n  - {rule: budget-p95, subject: booking, owner: stay, reason: the"
            + " sale, until: "
            + until
            + "}\n");
  }

  private void check(String paths, String... options) {
    run.executeWithInput(
        paths,
        Stream.concat(
                Stream.of("check", "-c", "watershed.yaml", "--changed-paths", "-"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
