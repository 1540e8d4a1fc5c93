package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GolangPendingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10_b.up.sql 9_a.up.sql   |     | 9_a.up.sql 9, 10_b.up.sql 10
          9_a.up.sql 10_b.up.sql   | 9   | 10_b.up.sql 10
          9_a.up.sql 10_b.up.sql   | 10  | ''
          9_a.up.sql               | 8!  | 9_a.up.sql 9
          000009_a.up.sql          | x   | 000009_a.up.sql 9
          9_a.down.sql a.sql       |     | ''
          """)
  void whatIsAboveTheVersionReachedIsPending(String files, String history, String pending) {
    assertThat(run(files, history).pending())
        .isEqualTo(pending.isEmpty() ? List.of() : List.of(pending.split(", ", -1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.sql                    |     | note a.sql:1 is no migration by its name
          9_a.down.sql             |     | note 9_a.down.sql:1 undoes a migration
          9_a.up.sql               | 9   | note 9_a.up.sql:1 the server is at version 9
          9_a.up.sql 09_b.up.sql   |     | issue 09_b.up.sql:1:1 version 09 has two files
          10_a.up.sql              | 9!  | issue history of shop:1:1 version 9 is dirty
          """)
  void whatIsPassedOverAndRefusedIsSaid(String files, String history, String remark) {
    assertThat(run(files, history).remarks())
        .singleElement()
        .satisfies(said -> assertThat(said).startsWith(remark));
  }

  private static PendingRun run(String files, String history) {
    return PendingRun.named(
        new GolangPending(), PendingRun.history(history == null ? "" : history), files);
  }
}
