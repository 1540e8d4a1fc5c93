package dev.watershed.reports.review.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every statement, with whose it is and what is advised for it. */
class StatementsSectionTest {

  private static final DataTable TABLE =
      Rows.table(
          StatementsSection.of(new ReviewFactsFixture().build(), Rows.ENGLISH), "statements");

  private static Map<String, String> row(String sql) {
    return Rows.by(TABLE, "digest")
        .get(Fingerprints.idOf(Fingerprints.of(sql, SqlMode.standard()).digest()));
  }

  @Test
  void aStatementNamesItsAdvice() {
    assertThat(row(ReviewFactsFixture.BY_MEMBER))
        .containsEntry("advised", "index")
        .containsEntry("services", "booking")
        .containsEntry("tables", "shop.orders")
        .containsEntry("kind", "select")
        .containsEntry("calls", "20");
    assertThat(row(ReviewFactsFixture.BY_MEMBER).get("advice")).startsWith("index-");
    assertThat(row(ReviewFactsFixture.BY_NAME)).containsEntry("advised", "rewrite");
    assertThat(row(ReviewFactsFixture.FOREIGN)).containsEntry("advised", "–");
  }

  @Test
  void whatNoServiceSendsIsUnattributed() {
    assertThat(row("SELECT SLEEP(1)")).containsEntry("services", "(unattributed)");
  }

  @Test
  void theMostTimeComesFirst() {
    assertThat(Rows.texts(TABLE, "statement").get(0).get(0)).contains("member_id = ?");
  }
}
