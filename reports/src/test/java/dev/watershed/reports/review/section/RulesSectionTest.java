package dev.watershed.reports.review.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.Section;
import dev.watershed.rules.gate.ViolationState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rules say, by what people said of it before. */
class RulesSectionTest {

  private static final ReviewFacts FACTS = new ReviewFactsFixture().build();
  private static final Section SECTION = RulesSection.of(FACTS, Rows.ENGLISH);

  @ParameterizedTest
  @EnumSource
  void eachStateHasItsTable(ViolationState state) {
    DataTable table = Rows.table(SECTION, "violations_" + state.key());
    assertThat(table.rows()).hasSize((int) FACTS.gate().count(state));
    assertThat(Rows.texts(table, "severity", "message", "evidence"))
        .allSatisfy(row -> assertThat(row).noneMatch(String::isEmpty));
  }

  @Test
  void theFirstSentenceIsTheVerdict() {
    String verdict = Rows.blocks(SECTION, Block.Prose.class).get(0).paragraphs().get(0);
    assertThat(verdict).startsWith(FACTS.gate().fails() ? "The gate fails." : "The gate passes.");
  }

  @Test
  void aStatementThatViolatesIsLinked() {
    assertThat(Rows.texts(Rows.table(SECTION, "violations_new"), "digest"))
        .anySatisfy(row -> assertThat(row.get(0)).hasSize(16));
  }

  @Test
  void aSuppressionSaysWhoAnswers() {
    assertThat(Rows.texts(Rows.table(SECTION, "violations_suppressed"), "note"))
        .singleElement()
        .satisfies(row -> assertThat(row.get(0)).contains("The table is retired then."));
  }

  @Test
  void eachRuleIsCounted() {
    DataTable rules = Rows.table(SECTION, "rules");
    assertThat(Rows.by(rules, "rule").get("redundant-index"))
        .containsEntry("shadow", "1")
        .containsEntry("new", "0");
    assertThat(Rows.texts(rules, "rule")).doesNotHaveDuplicates();
  }

  @Test
  void whatCouldNotBeJudgedIsListed() {
    ReviewFacts bare = new ReviewFactsFixture().withoutCatalog().unwatched().build();
    assertThat(
            Rows.texts(
                Rows.table(RulesSection.of(bare, Rows.ENGLISH), "inconclusive"), "rule", "fails"))
        .contains(List.of("missing-index", "no"));
  }
}
