package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.workload.catalog.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationReaderTest {

  private static final String CREATE = "CREATE TABLE t (a int);";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V1__a.sql|CREATE TABLE t (a int)|FLYWAY",
        "db/R__a.sql|SELECT 1|FLYWAY",
        "000001_a.up.sql|SELECT 1|GOLANG_MIGRATE",
        "a.sql|--liquibase formatted sql|LIQUIBASE",
        "a.sql|INSERT INTO DATABASECHANGELOG (ID) VALUES (1)|LIQUIBASE",
        "a.sql|INSERT INTO `schema_migrations` (version) VALUES ('1')|RAILS",
        "a.sql|ALTER TABLE t ADD a int|PLAIN",
        "V1.sql|ALTER TABLE t ADD a int|PLAIN",
      })
  void theFilesTellTheTool(String name, String text, MigrationTool tool) {
    assertThat(read(Optional.empty(), List.of(), file(name, text)).tool()).isEqualTo(tool);
  }

  @Test
  void plainFilesRunInTheOrderGiven() {
    PendingMigrations pending =
        read(
            Optional.empty(),
            List.of(applied("flyway", "1")),
            file("b.sql", CREATE + " UPDATE t SET a = 5;"),
            file("a.sql", "DROP TABLE t;"));
    assertThat(paths(pending)).containsExactly("b.sql", "a.sql");
    assertThat(pending.scripts().get(0).statements()).hasSize(2);
    assertThat(pending.issues()).isEmpty();
    assertThat(pending.notes()).isEmpty();
  }

  @Test
  void flywayRunsVersionsByTheirNumbersAndThenWhatRepeats() {
    PendingMigrations pending =
        read(
            Optional.empty(),
            List.of(applied("flyway", "1"), applied("flyway", "2.0")),
            file("db/V10__ten.sql", CREATE),
            file("db/sub/V9_1__nine.sql", CREATE),
            file("db/R__views.sql", CREATE),
            file("db/V1__one.sql", CREATE),
            file("db/V2__two.sql", CREATE),
            file("db/U9_1__nine.sql", CREATE),
            file("db/V9.1.1__more.sql", CREATE),
            file("db/R__all.sql", CREATE));
    assertThat(paths(pending))
        .containsExactly(
            "db/sub/V9_1__nine.sql",
            "db/V9.1.1__more.sql",
            "db/V10__ten.sql",
            "db/R__all.sql",
            "db/R__views.sql");
    assertThat(messages(pending.notes()))
        .containsExactly(
            "db/U9_1__nine.sql:1:1 undoes a migration; left out",
            "db/V1__one.sql:1:1 version 1 is applied already",
            "db/V2__two.sql:1:1 version 2 is applied already");
    assertThat(pending.issues()).isEmpty();
  }

  @Test
  void flywayRefusesWhatFailedOrIsOutOfOrder() {
    PendingMigrations pending =
        read(
            Optional.empty(),
            List.of(
                applied("flyway", "3"),
                new Migration("shop", "flyway", "4", "x", Optional.empty(), false)),
            file("V2__late.sql", CREATE),
            file("V4__failed.sql", CREATE),
            file("V4.0__same.sql", CREATE),
            file("Vx__odd.sql", CREATE));
    assertThat(paths(pending)).containsExactly("V2__late.sql", "V4__failed.sql");
    assertThat(messages(pending.issues()))
        .containsExactly(
            "V4.0__same.sql:1:1 has the same version as V4__failed.sql; Flyway refuses two; left"
                + " out",
            "Vx__odd.sql:1:1 'x' is no version; expected numbers as in V1_2__",
            "V4__failed.sql:1:1 version 4 failed on the server in schema shop; Flyway refuses to go"
                + " on before 'flyway repair'",
            "V2__late.sql:1:1 version 2 is out of order: 3 is applied already; give it a higher"
                + " one, or run Flyway with outOfOrder");
  }

  @Test
  void belowTheBaselineNothingRuns() {
    PendingMigrations pending =
        read(
            Optional.empty(),
            List.of(
                new Migration(
                    "shop", "flyway", "5", "<< Flyway Baseline >>", Optional.empty(), true)),
            file("V4__old.sql", CREATE),
            file("V6__new.sql", CREATE));
    assertThat(paths(pending)).containsExactly("V6__new.sql");
    assertThat(pending.issues()).isEmpty();
  }

  @Test
  void placeholdersHaveValuesOrAreIssues() {
    MigrationInput input =
        new MigrationInput(
            Optional.empty(),
            Optional.of("shop"),
            Optional.empty(),
            List.of(file("V1__a.sql", "CREATE TABLE ${pre}t (a int);\n\nDROP TABLE x${post};")),
            List.of(),
            Map.of("pre", "big_"),
            SqlMode.standard(),
            LiteralPolicy.REDACT);
    PendingMigrations pending = MigrationReader.read(input);
    assertThat(pending.scripts().get(0).statements().get(0).definition().toString())
        .contains("big_t");
    assertThat(messages(pending.issues()))
        .contains(
            "V1__a.sql:3:13 the placeholder ${post} has no value; give one by placeholders in"
                + " 'migrations' of the configuration");
  }

  @Test
  void golangMigrateGoesOnAboveItsVersion() {
    PendingMigrations pending =
        read(
            Optional.empty(),
            List.of(new Migration("shop", "golang-migrate", "9", "", Optional.empty(), false)),
            file("000010_b.up.sql", CREATE),
            file("000010_b.down.sql", "DROP TABLE t;"),
            file("000009_a.up.sql", CREATE),
            file("11_c.up.sql", CREATE));
    assertThat(paths(pending)).containsExactly("000010_b.up.sql", "11_c.up.sql");
    assertThat(messages(pending.issues()))
        .containsExactly(
            "000009_a.up.sql:1:1 version 9 is dirty on the server in schema shop: it failed"
                + " half-way; golang-migrate refuses to go on before 'force'");
    assertThat(pending.notes()).hasSize(2);
  }

  @Test
  void liquibaseRunsTheChangeSetsThatAreNotNoted() {
    String text =
        """
        --liquibase formatted sql

        --changeset ann:1
        CREATE TABLE a (id int);
        --rollback DROP TABLE a;

        --changeset ann:2 endDelimiter:// stripComments:false
        CREATE TRIGGER x BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.id = 1; END//
        ALTER TABLE a ADD b int//
        /* liquibase rollback
        DROP TRIGGER x;
        */
        --changeset bob:three splitStatements:false
        --comment: makes a procedure
        CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END;
        --changeset bob:4 dbms:postgresql
        CREATE TABLE other (id serial primary key);
        --changeset bob:5 runOnChange:true
        CREATE OR REPLACE VIEW v AS SELECT 1;
        """;
    PendingMigrations pending =
        read(Optional.empty(), List.of(noted("1"), noted("5")), file("src/db/changes.sql", text));
    assertThat(pending.scripts())
        .extracting(script -> script.version().orElse(""))
        .containsExactly("2", "three", "5");
    assertThat(pending.scripts())
        .extracting(script -> script.statements().size())
        .containsExactly(2, 1, 1);
    assertThat(pending.scripts().get(0).statements().get(1).line()).isEqualTo(9);
    assertThat(pending.issues()).isEmpty();
    assertThat(messages(pending.notes()))
        .containsExactly(
            "src/db/changes.sql:3:1 change set 1 is applied already",
            "src/db/changes.sql:16:1 change set 4 is for other databases; left out",
            "src/db/changes.sql:18:1 change set 5 ran before and may run again; taken as pending");
  }

  @Test
  void whatUpdateSqlWritesIsPendingWithoutItsBookkeeping() {
    PendingMigrations pending =
        read(
            Optional.empty(),
            List.of(noted("1")),
            file(
                "update.sql",
                """
                -- Update Database Script
                CREATE TABLE DATABASECHANGELOGLOCK (ID INT NOT NULL, PRIMARY KEY (ID));
                UPDATE shop.DATABASECHANGELOGLOCK SET LOCKED = 1 WHERE ID = 1;
                -- Changeset db/x.sql::7::ann
                ALTER TABLE t ADD b int;
                INSERT INTO shop.DATABASECHANGELOG (ID, AUTHOR) VALUES ('7', 'ann');
                """));
    assertThat(pending.tool()).isEqualTo(MigrationTool.LIQUIBASE);
    assertThat(pending.scripts()).hasSize(1);
    assertThat(pending.scripts().get(0).statements())
        .singleElement()
        .satisfies(one -> assertThat(one.line()).isEqualTo(5));
  }

  @Test
  void theLogOfRailsHasItsStatements() {
    PendingMigrations pending =
        read(
            Optional.of(MigrationTool.RAILS),
            List.of(applied("rails", "20250101000000")),
            file(
                "migrate.log",
                """
                == 20260101000000 AddPoints: migrating ===========
                -- add_column(:members, :points, :integer)
                  TRANSACTION (0.1ms)  BEGIN
                   (12.3ms)  ALTER TABLE `members` ADD `points` int
                   -> 0.0131s
                D, [2026-01-01T00:00:00 #1] DEBUG -- :   \u001b[1m\u001b[35m (3.4ms)\u001b[0m  \u001b[1m\u001b[35mCREATE INDEX `i` ON `members` (`points`)\u001b[0m
                  ActiveRecord::SchemaMigration Create (0.2ms)  INSERT INTO `schema_migrations` (`version`) VALUES ('20260101000000') RETURNING `version`
                """),
            file("20250101000000_old.sql", CREATE));
    assertThat(pending.issues()).isEmpty();
    assertThat(pending.scripts()).hasSize(1);
    assertThat(pending.scripts().get(0).version()).contains("20260101000000");
    assertThat(pending.scripts().get(0).statements())
        .extracting(one -> one.line())
        .containsExactly(4, 6);
  }

  @Test
  void theWholeStructureIsNoChange() {
    PendingMigrations pending =
        read(
            Optional.empty(),
            List.of(applied("rails", "1")),
            file(
                "structure.sql",
                CREATE + "\nINSERT INTO `schema_migrations` (version) VALUES ('2'),\n('1');"));
    assertThat(pending.scripts()).isEmpty();
    assertThat(messages(pending.issues())).hasSize(1);
  }

  @Test
  void tablesOfCopyingToolsAreLeftOut() {
    PendingMigrations pending =
        read(
            Optional.empty(),
            List.of(),
            file(
                "a.sql",
                "CREATE TABLE _t_gho LIKE t;\nALTER TABLE _t_gho ADD b int;\n"
                    + "CREATE TRIGGER pt_osc_s_t_ins AFTER INSERT ON t FOR EACH ROW SET @a = 1;\n"
                    + "RENAME TABLE t TO _t_del, _t_gho TO t;\nALTER TABLE t ADD c int;"));
    assertThat(pending.scripts().get(0).statements()).hasSize(1);
    assertThat(pending.notes()).hasSize(1);
  }

  /**
   * In {@code a} version 1 ran, in {@code b} 1 and 2; histories are named by their schemas, {@code
   * said} is the schema of the files and that of their history.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a b | a /  | 2 3   | ''
          a b | b /  | 3     | ''
          a b | c /  | 1 2 3 | note flyway has no history in schema c, so that nothing is taken as applied; there is one in a, b:
          a b | c/b  | 3     | ''
          a b | a/c  | 1 2 3 | note flyway has no history in schema c,
          a b | /    | 1 2 3 | issue flyway keeps a history in each of the schemas a, b, and nothing says whose these files are;
          b   | a/   | 1 2 3 | note flyway has no history in schema a, so that nothing is taken as applied; there is one in b:
          b   | a/b  | 3     | ''
          b   | /    | 3     | ''
          ''  | a/   | 1 2 3 | ''
          """)
  void theHistoryIsThatOfTheSchema(String histories, String said, String pending, String remark) {
    List<Migration> history = new ArrayList<>();
    if (histories.contains("a")) {
      history.add(new Migration("a", "flyway", "1", "", Optional.empty(), true));
    }
    if (histories.contains("b")) {
      history.add(new Migration("b", "flyway", "1", "", Optional.empty(), true));
      history.add(new Migration("b", "flyway", "2", "", Optional.empty(), true));
    }
    String[] schemas = said.split("/", -1);
    PendingMigrations read =
        MigrationReader.read(
            new MigrationInput(
                Optional.of(MigrationTool.FLYWAY),
                Optional.of(schemas[0].strip()).filter(name -> !name.isEmpty()),
                Optional.of(schemas[1].strip()).filter(name -> !name.isEmpty()),
                List.of(
                    file("V1__a.sql", "DROP TABLE s.a;"),
                    file("V2__a.sql", "DROP TABLE s.b;"),
                    file("V3__a.sql", "DROP TABLE s.c;")),
                history,
                Map.of(),
                SqlMode.standard(),
                LiteralPolicy.REDACT));
    assertThat(read.scripts())
        .extracting(script -> script.version().orElse(""))
        .containsExactly(pending.split(" ", -1));
    List<String> remarks = new ArrayList<>();
    read.notes().stream()
        .filter(note -> !note.message().endsWith("is applied already"))
        .forEach(note -> remarks.add("note " + note.message()));
    read.issues().forEach(issue -> remarks.add("issue " + issue.message()));
    assertThat(remarks).hasSize(remark.isEmpty() ? 0 : 1);
    assertThat(String.join("", remarks)).startsWith(remark);
  }

  @Test
  void whatIsNotReadIsAnIssueAtItsPlace() {
    PendingMigrations pending =
        read(Optional.empty(), List.of(), file("a.sql", "CALL p();\n  ALTER TABLE t DRIP a;"));
    assertThat(messages(pending.issues()))
        .containsExactly(
            "a.sql:1:1 what CALL runs is not written here; it is unknown",
            "a.sql:2:17 expected ADD, DROP, MODIFY or another clause of ALTER TABLE, not 'DRIP'");
  }

  private static PendingMigrations read(
      Optional<MigrationTool> tool, List<Migration> history, MigrationFile... files) {
    return MigrationReader.read(
        new MigrationInput(
            tool,
            Optional.of("shop"),
            Optional.empty(),
            List.of(files),
            history,
            Map.of(),
            SqlMode.standard(),
            LiteralPolicy.REDACT));
  }

  private static MigrationFile file(String path, String text) {
    return new MigrationFile(path, text);
  }

  private static Migration applied(String tool, String version) {
    return new Migration("shop", tool, version, "", Optional.empty(), true);
  }

  private static Migration noted(String id) {
    return new Migration("shop", "liquibase", id, "db/changes.sql", Optional.empty(), true);
  }

  private static List<String> paths(PendingMigrations pending) {
    return pending.scripts().stream().map(PendingScript::path).toList();
  }

  private static List<String> messages(List<MigrationRemark> remarks) {
    return remarks.stream()
        .map(one -> one.path() + ":" + one.line() + ":" + one.column() + " " + one.message())
        .toList();
  }
}
