package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.reports.review.scope.ReviewScope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is missing, each of the ten sections has something to say, or how to collect it. */
class LackingTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private static final ReviewFacts NOTHING =
      ReviewFactsFixture.nothingSeen().withoutLedger().build();

  static Stream<ReviewFacts> poor() {
    ReviewFacts full = new ReviewFactsFixture().build();
    return Stream.of(
        NOTHING,
        new ReviewFactsFixture().oneWindow().build(),
        new ReviewFactsFixture().withoutCatalog().build(),
        new ReviewFactsFixture().withoutServices().build(),
        new ReviewFactsFixture().withoutLedger().build(),
        new ReviewFactsFixture().unwatched().build(),
        new ReviewFactsFixture()
            .withoutCatalog()
            .withoutServices()
            .withoutLedger()
            .unwatched()
            .oneWindow()
            .build(),
        new ReviewFactsFixture().after(NOTHING),
        ReviewFactsFixture.nothingSeen().after(full),
        ReviewScope.of(full, List.of("nobody"), List.of("nobody")));
  }

  private static List<String> lacking(ReviewFacts facts, String section) {
    return Review.sections(facts, WORDS).stream()
        .filter(each -> each.id().equals(section))
        .flatMap(each -> each.blocks().stream())
        .flatMap(LackingTest::parts)
        .filter(Block.Lacking.class::isInstance)
        .map(Block.Lacking.class::cast)
        .map(each -> each.what() + " " + each.how())
        .toList();
  }

  private static Stream<Block> parts(Block block) {
    return block instanceof Block.Pair pair
        ? Stream.of(pair.left(), pair.right())
        : Stream.of(block);
  }

  /** Whether a block tells something of the fleet, or how to learn it. */
  private static boolean tells(Block block) {
    if (block instanceof Block.Listing listing) {
      return !listing.table().rows().isEmpty();
    } else if (block instanceof Block.Lacking lacking) {
      return !lacking.what().isBlank() && !lacking.how().isBlank();
    } else if (block instanceof Block.Actions actions) {
      return !actions.actions().isEmpty();
    }
    return !(block instanceof Block.Terms);
  }

  @ParameterizedTest
  @MethodSource("poor")
  void everySectionTellsSomething(ReviewFacts facts) {
    assertThat(Review.sections(facts, WORDS))
        .hasSize(10)
        .allSatisfy(
            section ->
                assertThat(section.blocks().stream().flatMap(LackingTest::parts))
                    .as(section.id())
                    .anyMatch(LackingTest::tells));
  }

  @ParameterizedTest
  @MethodSource("poor")
  void everyReportIsAPage(ReviewFacts facts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Review.write(facts, WORDS, bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("<section class=\"view\" id=\"summary\"", "</html>");
    assertThat(ReviewMarkdown.render(facts, WORDS)).contains("## Summary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "summary",
        "statements",
        "indexes",
        "coupling",
        "consolidation",
        "progress",
        "tables",
        "rules",
        "quality"
      })
  void ofNothingASectionSaysWhatItLacks(String section) {
    assertThat(lacking(NOTHING, section)).isNotEmpty();
  }

  @Test
  void whatOneWindowLacksIsTime() {
    ReviewFacts facts = new ReviewFactsFixture().oneWindow().build();
    assertThat(lacking(facts, "statements"))
        .singleElement()
        .asString()
        .contains("one point in time", "collect --every");
  }

  @Test
  void sectionsNameTheirSources() {
    ReviewFacts bare = new ReviewFactsFixture().withoutCatalog().build();
    for (String section : List.of("indexes", "tables", "quality")) {
      assertThat(lacking(bare, section)).as(section).anyMatch(each -> each.contains("catalog"));
    }
    assertThat(lacking(new ReviewFactsFixture().withoutServices().build(), "coupling"))
        .anyMatch(each -> each.contains("owns"));
    assertThat(lacking(new ReviewFactsFixture().withoutLedger().build(), "progress"))
        .anyMatch(each -> each.contains("decisions.yaml"));
    assertThat(Review.sections(bare, WORDS)).extracting(Section::id).doesNotHaveDuplicates();
  }
}
