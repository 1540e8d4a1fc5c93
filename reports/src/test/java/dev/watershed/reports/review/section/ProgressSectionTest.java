package dev.watershed.reports.review.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProgressSectionTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private static <B extends Block> List<B> blocks(Section section, Class<B> kind) {
    return section.blocks().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void decisionsAreCountedByTeamAndStanding() {
    Section section = ProgressSection.of(new ReviewFactsFixture().build(), WORDS);
    assertThat(blocks(section, Block.Tiles.class).get(0).tiles())
        .extracting(Block.Tiles.Tile::label)
        .contains("decisions", "still there", "there again", "findings without one");
    Block.Bars teams = (Block.Bars) blocks(section, Block.Pair.class).get(0).left();
    assertThat(teams.bars()).containsExactly(new Block.Bars.Bar("reservations", "", 1, "2", ""));
    assertThat(blocks(section, Block.Listing.class))
        .extracting(listing -> listing.table().id())
        .containsExactly("decisions", "undecided");
  }

  @Test
  void withoutALedgerItSaysHowToKeepOne() {
    Section section = ProgressSection.of(new ReviewFactsFixture().withoutLedger().build(), WORDS);
    assertThat(section.blocks()).hasSize(1);
    assertThat(((Block.Lacking) section.blocks().get(0)).how()).contains("decisions.yaml");
  }
}
