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

class CouplingSectionTest {

  private static Section section(ReviewFacts facts, Locale locale) {
    return CouplingSection.of(facts, PageWords.of(locale));
  }

  private static <B extends Block> List<B> blocks(Section section, Class<B> kind) {
    return section.blocks().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void matricesComeBeforeTheTablesThatSayTheSame() {
    Section section = section(new ReviewFactsFixture().build(), Locale.ENGLISH);
    assertThat(blocks(section, Block.Figure.class))
        .extracting(Block.Figure::title)
        .containsExactly("Who uses whose tables", "Contested tables, and who uses them");
    assertThat(blocks(section, Block.Listing.class))
        .extracting(listing -> listing.table().id())
        .startsWith("findings", "pairs", "clusters", "seams")
        .contains("services");
    assertThat(blocks(section, Block.Lacking.class)).isEmpty();
    assertThat(blocks(section, Block.SeamChoice.class))
        .containsExactly(new Block.SeamChoice("Nothing crosses between these two clusters."));
  }

  @Test
  void withoutOwnersItSaysWhatItLacks() {
    Section section = section(new ReviewFactsFixture().withoutServices().build(), Locale.ENGLISH);
    assertThat(blocks(section, Block.Lacking.class))
        .extracting(Block.Lacking::what)
        .containsExactly(
            "No table has a declared owner: owners are proposed by who writes.",
            "No service uses tables of another one, as far as is known.");
  }

  @Test
  void itSpeaksJapanese() {
    assertThat(section(new ReviewFactsFixture().build(), Locale.JAPANESE).title()).isEqualTo("結合");
  }
}
