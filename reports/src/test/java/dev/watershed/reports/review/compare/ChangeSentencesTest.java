package dev.watershed.reports.review.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.ComparedFleet;
import dev.watershed.rules.fleet.FleetFacts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChangeSentencesTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);
  private static final Duration SPAN = Duration.ofSeconds(1_000);

  private final ReviewFacts now = new ReviewFactsFixture().build();

  @Test
  void withoutAnEarlierSpanItSaysHowToCompare() {
    Block.Prose prose = (Block.Prose) ChangeSentences.of(now, WORDS);
    assertThat(prose.paragraphs()).singleElement().asString().contains("--compare-to");
  }

  @Test
  void newCrossingsAndChangedStatementsAreCounted() {
    FleetFacts fleet = now.fleet();
    ComparedFleet compared =
        ComparedFleet.of(
            SpanDiff.of(fleet.workload(), SPAN, fleet.workload(), SPAN),
            fleet.workload(),
            fleet.statements(),
            List.of());
    ReviewFacts facts = now.with(fleet.comparedWith(compared));
    Block.Prose prose = (Block.Prose) ChangeSentences.of(facts, WORDS);
    assertThat(prose.paragraphs().get(0))
        .isEqualTo("0 statements are new, 0 are gone, 0 are slower, 0 are faster.");
    assertThat(prose.paragraphs().get(1)).contains("new crossing");
    assertThat(prose.paragraphs()).hasSizeGreaterThan(2);
    assertThat(ChangesTable.of(compared.changes(), WORDS).rows()).isEmpty();
  }
}
