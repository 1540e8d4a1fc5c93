package dev.watershed.reports.review.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ServiceBarsTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private final ReviewFacts facts = new ReviewFactsFixture().build();

  @Test
  void whatLogsShowIsExact() {
    Block.Bars bars = (Block.Bars) ServiceBars.of(facts, WORDS);
    assertThat(bars.bars()).extracting(Block.Bars.Bar::label).containsExactly("booking", "market");
    assertThat(bars.bars().get(0).share()).isEqualTo(1);
    assertThat(bars.bars().get(0).address()).isEqualTo("service/booking");
    assertThat(bars.bars().get(0).extra()).isEqualTo("3.2 s");
    assertThat(bars.note()).startsWith("Claimed by no service: ");
  }

  /** Of 40 s: market 6 s by logs and 18 s by samples, member 9 s, nobody 1 s, 4 s never seen. */
  @Test
  void whatSamplesSayHasIntervals() {
    ReviewFacts estimated = new ReviewFactsFixture().estimated().build();
    Block.Bars bars = (Block.Bars) ServiceBars.of(estimated, WORDS);
    assertThat(bars.bars())
        .containsExactly(
            new Block.Bars.Bar("market", "service/market", 1, "60.0 %", "21 s – 27 s"),
            new Block.Bars.Bar("member", "service/member", 9.0 / 24, "22.5 %", "6.5 s – 12 s"));
    assertThat(bars.note())
        .startsWith("Estimated by 93 samples of running statements; times are intervals of 95%.");
  }
}
