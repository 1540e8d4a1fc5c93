package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.Migration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiquibasePendingTest {

  private static final String HEAD = "--liquibase formatted sql\n";

  /** A change set with these attributes, and where the history noted one of its id. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | ''                     | true  | ''
          ''                | db/changes.sql         | false | change set 1 is applied already
          ''                | classpath:db/changes.sql | false | change set 1 is applied already
          ''                | changes.sql            | false | change set 1 is applied already
          ''                | src/db/changes.sql     | false | change set 1 is applied already
          ''                | db/other-changes.sql   | true  | ''
          runOnChange:true  | db/changes.sql         | true  | change set 1 ran before and may run again
          runAlways:true    | db/changes.sql         | true  | change set 1 ran before and may run again
          runAlways:true    | ''                     | true  | ''
          dbms:oracle       | ''                     | false | change set 1 is for other databases
          ignore:true       | ''                     | false | change set 1 is ignored
          """)
  void aChangeSetRunsOnceUnlessItSaysOtherwise(
      String attributes, String noted, boolean pending, String remark) {
    List<Migration> history =
        noted.isEmpty()
            ? List.of()
            : List.of(new Migration("s", "liquibase", "1", noted, Optional.empty(), true));
    PendingRun run =
        PendingRun.of(
            new LiquibasePending(),
            history,
            List.of(
                new MigrationFile(
                    "db/changes.sql", HEAD + "--changeset ann:1 " + attributes + "\nA;\n")));
    assertThat(run.pending()).hasSize(pending ? 1 : 0);
    assertThat(run.remarks()).hasSize(remark.isEmpty() ? 0 : 1);
    run.remarks().forEach(said -> assertThat(said).startsWith("note db/changes.sql:2 " + remark));
  }

  /** The tool tells them apart by author, id and file; the history is known without authors. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ann bob | 0 | 2 |
          ann bob | 1 | 2 | issue db/changes.sql:2:1 change sets of 2 authors are called 1, 1 of them ran, and it is not known whose; taken as pending
          ann bob | 2 | 0 | note db/changes.sql:2 change set 1 is applied already
          ann ann | 1 | 0 | note db/changes.sql:2 change set 1 is applied already
          """)
  void anIdOfSeveralAuthorsIsOfEachOfThem(String authors, int ran, int pending, String remark) {
    StringBuilder text = new StringBuilder(HEAD);
    for (String author : authors.split(" ", -1)) {
      text.append("--changeset ").append(author).append(":1\nA;\n");
    }
    PendingRun run =
        PendingRun.of(
            new LiquibasePending(),
            Collections.nCopies(
                ran,
                new Migration("s", "liquibase", "1", "db/changes.sql", Optional.empty(), true)),
            List.of(new MigrationFile("db/changes.sql", text.toString())));
    assertThat(run.pending()).hasSize(pending);
    assertThat(run.remarks().stream().findFirst()).isEqualTo(Optional.ofNullable(remark));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update.sql | -- Update Database Script | 1 | ''
          update.sql | INSERT INTO DATABASECHANGELOG (ID) VALUES (1) | 1 | ''
          plain.sql  | DROP TABLE t              | 1 | note plain.sql:1 does not begin with
          log.xml    | <databaseChangeLog/>      | 0 | issue log.xml:1:1 only changelogs in formatted SQL
          log.YAML   | databaseChangeLog         | 0 | issue log.YAML:1:1 only changelogs in formatted SQL
          """)
  void otherFilesArePendingOrRefused(String name, String text, int pending, String remark) {
    PendingRun run =
        PendingRun.of(new LiquibasePending(), List.of(), List.of(new MigrationFile(name, text)));
    assertThat(run.pending()).hasSize(pending);
    assertThat(String.join("", run.remarks())).startsWith(remark);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --liquibase formatted sql        | true
          -- Liquibase Formatted SQL x     | true
          -- liquibase formatted sqlite    | false
          A; --liquibase formatted sql     | false
          """)
  void formattedSqlIsToldByItsFirstLine(String text, boolean formatted) {
    assertThat(LiquibasePending.isFormatted(text)).isEqualTo(formatted);
  }
}
