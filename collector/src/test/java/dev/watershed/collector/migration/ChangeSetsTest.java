package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /} stands for the end of a line. */
class ChangeSetsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --changeset ann:1/A;                                 | 1 at 1: A;
          --liquibase formatted sql//-- changeset ann:1/A;/B;  | 1 at 3: A; B;
          --CHANGESET ann:1/A;/--changeset bob:two/B;          | 1 at 1: A;, two at 3: B;
          --changeset "an n":"my id" dbms:mysql/A;             | my id at 1: A;
          --changeset ann:1/-- a comment/A;/--rollback B;      | 1 at 1: A;
          --changeset ann:1 endDelimiter:\\n@@/A@@              | 1 at 1: DELIMITER @@ A@@
          --changeset ann:1 endDelimiter:$$/A$$                | 1 at 1: DELIMITER $$ A$$
          --changeset ann:1 splitStatements:false/A;B;         | 1 at 1: DELIMITER \uE000 A;B
          """)
  void aFileIsCutAtItsHeads(String text, String sets) {
    Remarks remarks = new Remarks();
    assertThat(sets(text, remarks)).isEqualTo(List.of(sets.split(", ", -1)));
    assertThat(remarks.issues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --liquibase formatted sql/          | note a.sql:1 has no change set
          --liquibase formatted sql/A;/       | issue a.sql:2:1 a statement before the first
          /--changeset a:1 endDelimiter:"a b"/A; | issue a.sql:2:1 this endDelimiter is not
          """)
  void whatIsNotUnderstoodIsSaid(String text, String remark) {
    Remarks remarks = new Remarks();
    sets(text, remarks);
    assertThat(PendingRun.lines(remarks))
        .singleElement()
        .satisfies(said -> assertThat(said).startsWith(remark));
  }

  @Test
  void everyLineStaysWhereItIs() {
    String text = "--changeset a:1\nA;\n--changeset a:2\n\nB;\n";
    List<ChangeSet> sets = ChangeSets.of(new MigrationFile("a.sql", text), new Remarks());
    assertThat(sets.get(1).text().split("\n", -1)[4]).isEqualTo("B;");
  }

  private static List<String> sets(String text, Remarks remarks) {
    return ChangeSets.of(new MigrationFile("a.sql", text.replace('/', '\n')), remarks).stream()
        .map(
            set ->
                set.id() + " at " + set.line() + ": " + set.text().strip().replaceAll("\n+", " "))
        .toList();
  }
}
