package dev.watershed.reports.review.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.PageWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanMatricesTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private final ReviewFacts facts = new ReviewFactsFixture().build();

  private Optional<PlanMatrices> of(Plan plan) {
    return PlanMatrices.of(facts.fleet().coupling(), facts.structure().clusters(), plan, WORDS);
  }

  @Test
  void bothHaveTheSameServicesInTheSameOrder() {
    PlanMatrices both = of(facts.plan()).orElseThrow();
    assertThat(both.before().rows()).isNotEmpty().isEqualTo(both.after().rows());
    assertThat(both.before().columns()).isEqualTo(both.after().columns());
  }

  @Test
  void aPlanThatMovesNothingHasNone() {
    Plan plan = facts.plan();
    assertThat(
            of(
                new Plan(
                    plan.today(),
                    plan.today(),
                    plan.roomToday(),
                    plan.roomToday(),
                    List.of(),
                    List.of(),
                    List.of())))
        .isEmpty();
  }
}
