package dev.watershed.reports.review.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far the data can be trusted. */
class QualitySectionTest {

  private static final ReviewFacts FACTS = new ReviewFactsFixture().build();
  private static final Section SECTION = QualitySection.of(FACTS, Rows.ENGLISH);

  @Test
  void eachSourceSaysWhatItMisses() {
    assertThat(
            Rows.texts(
                Rows.table(SECTION, "coverage"), "server", "threshold", "sampled", "missing"))
        .containsExactly(
            List.of("booking-1", "0 s", "no", "nothing known"),
            List.of("search-1", "–", "yes", "2 hours without a statement, 1 possible gaps"));
  }

  @Test
  void whatIsUnattributedIsCounted() {
    assertThat(
            Rows.by(Rows.table(SECTION, "doubts"), "what")
                .get("Time of statements that no service claims")
                .get("time_share"))
        .isNotEqualTo("0 %")
        .endsWith("%");
    assertThat(Rows.texts(Rows.table(SECTION, "accounts"), "account", "statement"))
        .containsExactly(List.of("stranger", "SELECT SLEEP(?)"));
  }

  @Test
  void whatCouldNotBeReadIsNamed() {
    assertThat(Rows.blocks(SECTION, Block.Prose.class))
        .anySatisfy(
            prose -> assertThat(prose.paragraphs()).contains("windows/b/x.window: corrupted."));
  }

  @Test
  void eachFigureIsExplained() {
    assertThat(Rows.blocks(SECTION, Block.Terms.class))
        .singleElement()
        .satisfies(
            terms ->
                assertThat(terms.terms())
                    .extracting(Block.Terms.Term::word)
                    .contains("p50, p95, p99", "Owner", "Clusters"));
  }

  @Test
  void whatWasNotCollectedIsSaid() {
    Section bare =
        QualitySection.of(
            new ReviewFactsFixture().withoutCatalog().unwatched().build(), Rows.ENGLISH);
    assertThat(Rows.blocks(bare, Block.Lacking.class))
        .extracting(Block.Lacking::what)
        .anySatisfy(what -> assertThat(what).isEqualTo("No catalog of db."))
        .anySatisfy(what -> assertThat(what).startsWith("No counters of servers were read"));
    assertThat(Rows.blocks(SECTION, Block.Lacking.class)).isEmpty();
  }
}
