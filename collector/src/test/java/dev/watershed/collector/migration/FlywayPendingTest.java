package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.Migration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayPendingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          V1__a.sql V2__b.sql     |       | V1__a.sql 1, V2__b.sql 2
          V2__b.sql V1__a.sql     |       | V1__a.sql 1, V2__b.sql 2
          V1__a.sql V2__b.sql     | 1     | V2__b.sql 2
          V1.0__a.sql             | 1     | ''
          V10__b.sql V9__a.sql    |       | V9__a.sql 9, V10__b.sql 10
          R__b.sql R__a.sql V1__x.sql |   | V1__x.sql 1, R__a.sql, R__b.sql
          V1__a.sql V1.0__b.sql   |       | V1__a.sql 1
          V1__a.sql V3__c.sql     | 2     | V1__a.sql 1, V3__c.sql 3
          V2__b.sql               | 1 2!  | V2__b.sql 2
          readme.sql U1__a.sql B1__a.sql Vx__a.sql R1__a.sql | | ''
          """)
  void whatIsPendingIsInTheOrderOfVersions(String files, String history, String pending) {
    assertThat(run(files, history).pending()).isEqualTo(split(pending));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          readme.sql          |      | note readme.sql:1 is no migration by its name
          U1__a.sql           |      | note U1__a.sql:1 undoes a migration
          B1__a.sql           |      | note B1__a.sql:1 is a baseline
          V1__a.sql           | 1    | note V1__a.sql:1 version 1 is applied already
          Vx__a.sql           |      | issue Vx__a.sql:1:1 'x' is no version
          R1__a.sql           |      | issue R1__a.sql:1:1 '1' is no version
          V1__a.sql V1.0__b.sql |    | issue V1.0__b.sql:1:1 has the same version as V1__a.sql
          R__a.sql x/R__a.sql |      | issue x/R__a.sql:1:1 has the same version as R__a.sql
          V1__a.sql           | 2    | issue V1__a.sql:1:1 version 1 is out of order: 2 is applied
          V2__a.sql           | 2!   | issue V2__a.sql:1:1 version 2 failed on the server
          V2__a.sql           | 1!   | issue history of shop:1:1 version 1 failed on the server
          """)
  void whatIsPassedOverAndRefusedIsSaid(String files, String history, String remark) {
    assertThat(run(files, history).remarks())
        .singleElement()
        .satisfies(said -> assertThat(said).startsWith(remark));
  }

  @Test
  void belowTheBaselineNothingRunsAndWhatRepeatsRunsAgain() {
    List<Migration> history =
        List.of(
            new Migration("s", "flyway", "5", "<< Flyway Baseline >>", Optional.empty(), true),
            new Migration("s", "flyway", "", "all views", Optional.empty(), true));
    PendingRun run =
        PendingRun.named(
            new FlywayPending(), history, "V5__x.sql V4__x.sql V6__x.sql R__all_views.sql");
    assertThat(run.pending()).containsExactly("V6__x.sql 6", "R__all_views.sql");
    assertThat(run.remarks())
        .containsExactly(
            "note V4__x.sql:1 version 4 is below the baseline 5",
            "note V5__x.sql:1 version 5 is applied already",
            "note R__all_views.sql:1 ran before, and again if it changed, which is not known; taken"
                + " as pending");
  }

  /** People give a baseline words of their own. */
  @Test
  void aBaselineIsOneByItsType() {
    List<Migration> history =
        List.of(
            new Migration("s", "flyway", "5", "as of June", Optional.empty(), true, "BASELINE"),
            new Migration("s", "flyway", "6", "x", Optional.empty(), true, "SQL"));
    PendingRun run =
        PendingRun.named(new FlywayPending(), history, "V4__x.sql V6__x.sql V7__x.sql");
    assertThat(run.pending()).containsExactly("V7__x.sql 7");
    assertThat(run.remarks())
        .containsExactly(
            "note V4__x.sql:1 version 4 is below the baseline 5",
            "note V6__x.sql:1 version 6 is applied already");
  }

  @Test
  void whatWasUndoneIsPendingAgain() {
    List<Migration> history =
        List.of(
            new Migration("s", "flyway", "1", "x", Optional.empty(), true, "SQL"),
            new Migration("s", "flyway", "2", "x", Optional.empty(), true, "SQL"),
            new Migration("s", "flyway", "2", "x", Optional.empty(), true, "UNDO_SQL"));
    PendingRun run =
        PendingRun.named(new FlywayPending(), history, "V1__x.sql V1_1__x.sql V2__x.sql");
    assertThat(run.pending()).containsExactly("V1_1__x.sql 1.1", "V2__x.sql 2");
    assertThat(run.remarks()).containsExactly("note V1__x.sql:1 version 1 is applied already");
  }

  private static PendingRun run(String files, String history) {
    return PendingRun.named(
        new FlywayPending(), PendingRun.history(history == null ? "" : history), files);
  }

  private static List<String> split(String pending) {
    return pending.isEmpty() ? List.of() : List.of(pending.split(", ", -1));
  }
}
