package dev.watershed.reports.review.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.reports.review.coupling.TableRows;
import dev.watershed.reports.review.form.PageWords;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CrossingTableTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);
  private static final Crossings BEFORE = new Crossings(1, 2, 3, 4, 5, 6, 7, 8, 9);
  private static final Crossings AFTER = new Crossings(1, 0.5, 3, 4, 0, 6, 7, 8, 9);

  @Test
  void everyRateIsARow() {
    assertThat(TableRows.of(CrossingTable.of("crossings", "t", BEFORE, AFTER, WORDS)))
        .hasSize(CrossingRate.values().length)
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("crossing", "statements that write others' tables")
                    .containsEntry("before", "2 /s")
                    .containsEntry("after", "0.5 /s"))
        .extracting(row -> row.get("before"))
        .doesNotHaveDuplicates();
  }

  @Test
  void onlyWhatChangesIsAChange() {
    assertThat(CrossingTable.changes(BEFORE, AFTER, WORDS))
        .containsExactly(
            "statements that write others' tables: 2 → 0.5 /s",
            "statements over several servers: 5 → 0 /s");
  }

  @Test
  void whatIsZeroIsNotLeft() {
    assertThat(CrossingTable.left(AFTER, WORDS))
        .hasSize(CrossingRate.values().length - 1)
        .contains("transactions that write on several servers: 9 /s");
  }
}
