package dev.watershed.reports.review.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConsolidationSectionTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private static <B extends Block> List<B> blocks(Section section, Class<B> kind) {
    return section.blocks().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void theFirstStepsLeadToTheirPages() {
    ReviewFacts facts = new ReviewFactsFixture().build();
    Section section = ConsolidationSection.of(facts, WORDS);
    Block.Actions.Action first = blocks(section, Block.Actions.class).get(0).actions().get(0);
    assertThat(first.sentence())
        .isEqualTo(WORDS.sentence(facts.plan().steps().get(0).proposal().said()))
        .startsWith("Move shop.coupons to booking: ");
    assertThat(first.address())
        .isEqualTo("proposal/" + facts.plan().steps().get(0).proposal().id());
    assertThat(blocks(section, Block.Listing.class))
        .extracting(listing -> listing.table().id())
        .containsExactly("steps", "crossings", "alternatives");
    assertThat(blocks(section, Block.Pair.class)).hasSize(1);
  }

  @Test
  void withoutATargetItSaysHowToGiveOne() {
    Section section = ConsolidationSection.of(new ReviewFactsFixture().build(), WORDS);
    assertThat(blocks(section, Block.Lacking.class))
        .extracting(Block.Lacking::how)
        .anySatisfy(how -> assertThat(how).contains("--target"));
  }
}
