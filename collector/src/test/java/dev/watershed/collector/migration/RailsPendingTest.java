package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RailsPendingTest {

  private static final String INSERT = "A; INSERT INTO `schema_migrations` (version) VALUES ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20260101000000_add.sql | ''            |                | 20260101000000_add.sql 20260101000000 | ''
          20260101000000_add.sql | ''            | 20260101000000 | ''             | note 20260101000000_add.sql:1 version 20260101000000 is applied already
          a.sql                  | ('7')         |                | a.sql 7        | ''
          a.sql                  | ('7')         | 7              | ''             | note a.sql:1 version 7 is applied already
          a.sql                  | ('7'), ('8')  |                | a.sql          | ''
          a.sql                  | ('7'), ('8')  | 7              | ''             | issue a.sql:1:1 describes a whole schema with 1 versions
          a.sql                  | ''            | 7              | a.sql          | ''
          """)
  void versionsThatTheHistoryLacksArePending(
      String name, String values, String history, String pending, String remark) {
    String text = values.isEmpty() ? "A;" : INSERT + values + ";";
    PendingRun run =
        PendingRun.of(
            new RailsPending(),
            PendingRun.history(history == null ? "" : history),
            List.of(new MigrationFile(name, text)));
    assertThat(run.pending()).isEqualTo(pending.isEmpty() ? List.of() : List.of(pending));
    assertThat(String.join("", run.remarks())).startsWith(remark);
    assertThat(run.remarks()).hasSize(remark.isEmpty() ? 0 : 1);
  }

  @Test
  void filesRunInTheOrderOfTheirVersions() {
    PendingRun run =
        PendingRun.named(
            new RailsPending(), List.of(), "20260102000000_b.sql plain.sql 20260101000000_a.sql");
    assertThat(run.pending())
        .containsExactly(
            "plain.sql",
            "20260101000000_a.sql 20260101000000",
            "20260102000000_b.sql 20260102000000");
  }
}
