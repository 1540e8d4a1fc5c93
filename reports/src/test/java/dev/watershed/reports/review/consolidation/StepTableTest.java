package dev.watershed.reports.review.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.coupling.TableRows;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepTableTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private final ReviewFacts facts = new ReviewFactsFixture().build();

  @Test
  void everyStepIsARowInTheOrderOfThePlan() {
    DataTable table = steps();
    assertThat(table.entity()).isEqualTo("proposal");
    assertThat(TableRows.of(table))
        .extracting(row -> row.get("id"))
        .containsExactlyElementsOf(
            facts.plan().steps().stream().map(step -> step.proposal().id()).toList());
  }

  @Test
  void aRetiredTableLeadsToItsPage() {
    Map<String, String> retired = TableRows.where(steps(), "kind", "Retire tables");
    assertThat(retired.get("tables")).contains("shop.coupons_2019");
    assertThat(retired.get("how")).contains("Rename the tables");
  }

  @Test
  void anAlternativeSaysWhichStepItContradicts() {
    DataTable table = StepTable.alternatives(facts.plan(), facts.fleet().coupling().input(), WORDS);
    assertThat(table.entity()).isEqualTo("proposal");
    assertThat(TableRows.of(table))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("against")).isNotEmpty());
  }

  private DataTable steps() {
    return StepTable.steps(facts.plan(), facts.fleet().coupling().input(), WORDS);
  }
}
