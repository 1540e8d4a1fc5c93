package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageHead;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as a whole. */
class ReviewTest {

  private static final ReviewFacts BARE =
      new ReviewFactsFixture()
          .withoutCatalog()
          .withoutServices()
          .withoutLedger()
          .unwatched()
          .build();

  private static String page(ReviewFacts facts, String language) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Review.write(facts, PageWords.of(Locale.forLanguageTag(language)), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void theSameFactsAreTheSamePage(String language) throws IOException {
    String page = page(new ReviewFactsFixture().build(), language);
    assertThat(page).contains("<html lang=\"" + language + "\">").doesNotContain("style=\"");
    assertThat(page(new ReviewFactsFixture().build(), language)).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void aFleetOfWhichLittleIsKnownHasAPage(String language) throws IOException {
    assertThat(page(BARE, language)).contains("<section class=\"view\" id=\"quality\"");
  }

  @Test
  void figuresOfTheHeadAndTheFirstScreenLeadToTheirSections() {
    ReviewFacts facts = new ReviewFactsFixture().build();
    PageWords words = PageWords.of(Locale.ENGLISH);
    assertThat(Review.head(facts, words).counts())
        .extracting(PageHead.Count::text, PageHead.Count::section)
        .contains(tuple("2 servers", "servers"), tuple("5 tables", "tables"));
    Section summary = Review.sections(facts, words).get(0);
    assertThat(summary.blocks())
        .filteredOn(Block.Tiles.class::isInstance)
        .flatExtracting(block -> ((Block.Tiles) block).tiles())
        .extracting(Block.Tiles.Tile::address)
        .contains("statements", "coupling", "quality")
        .doesNotContain("");
    assertThat(summary.blocks())
        .filteredOn(Block.Prose.class::isInstance)
        .extracting(block -> ((Block.Prose) block).address())
        .contains("rules");
  }

  @Test
  void theHeadCountsServicesThatSamplesShow() {
    ReviewFacts facts = new ReviewFactsFixture().withoutServices().estimated().build();
    assertThat(facts.span().ranking().serviceCount()).isNotEqualTo(2);
    assertThat(Review.head(facts, PageWords.of(Locale.ENGLISH)).counts())
        .extracting(PageHead.Count::text)
        .contains("2 services");
  }

  @Test
  void noSectionIsBlank() {
    assertThat(Review.sections(BARE, PageWords.of(Locale.ENGLISH)))
        .allSatisfy(section -> assertThat(section.blocks()).as(section.id()).isNotEmpty())
        .extracting(Section::id)
        .containsSubsequence("summary", "statements", "indexes", "tables", "rules", "quality");
  }
}
