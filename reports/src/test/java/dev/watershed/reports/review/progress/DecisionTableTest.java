package dev.watershed.reports.review.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.LedgerView;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.coupling.TableRows;
import dev.watershed.reports.review.form.PageWords;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The ledger of the fixture was written on 1 October; its span begins on 23 November. */
class DecisionTableTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private final LedgerView view = new ReviewFactsFixture().build().ledger().orElseThrow();

  @Test
  void whatCameBackIsFirst() {
    assertThat(TableRows.of(DecisionTable.decisions(view, WORDS)))
        .satisfiesExactly(
            row ->
                assertThat(row)
                    .containsEntry("state", "done")
                    .containsEntry("standing", "there again")
                    .containsEntry("team", "reservations")
                    .containsEntry("ticket", "SHOP-2"),
            row ->
                assertThat(row)
                    .containsEntry("state", "accepted")
                    .containsEntry("standing", "still there")
                    .containsEntry("since", "2026-10-01")
                    .containsEntry("age", "54")
                    .containsEntry("reason", "It hurts."));
  }

  @Test
  void whatNobodyDecidedAboutIsARowEach() {
    assertThat(TableRows.of(DecisionTable.undecided(view, WORDS)))
        .extracting(row -> row.get("id"))
        .containsExactlyElementsOf(
            view.ledger().undecided().stream().map(finding -> finding.id()).toList());
  }
}
