package dev.watershed.reports.review.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.trend.Rate;
import dev.watershed.reports.review.form.PageWords;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is called new, gone, more and less. */
class ChangeWordTest {

  private static ChangeWord of(double before, double now) {
    return ChangeWord.of(new Rate(before, 1_000), new Rate(now, 1_000));
  }

  @Test
  void whatTheOtherSpanWouldHaveShownIsNewOrGone() {
    assertThat(of(0, 0.1)).isEqualTo(ChangeWord.NEW);
    assertThat(of(0.1, 0)).isEqualTo(ChangeWord.GONE);
    assertThat(of(0, 0.001)).isEqualTo(ChangeWord.UNDECIDED);
    assertThat(of(0.001, 0)).isEqualTo(ChangeWord.UNDECIDED);
    assertThat(ChangeWord.of(new Rate(0, 0), new Rate(9, 1_000)))
        .as("nobody looked")
        .isEqualTo(ChangeWord.UNDECIDED);
  }

  @Test
  void moreAndLessAreBeyondChance() {
    assertThat(of(1, 2)).isEqualTo(ChangeWord.MORE);
    assertThat(of(2, 1)).isEqualTo(ChangeWord.LESS);
    assertThat(of(0.01, 0.02)).isEqualTo(ChangeWord.SAME);
    assertThat(of(0, 0)).isEqualTo(ChangeWord.SAME);
  }

  @Test
  void everyWordHasASignOfItsOwn() {
    PageWords english = PageWords.of(Locale.ENGLISH);
    PageWords japanese = PageWords.of(Locale.JAPANESE);
    assertThat(Arrays.stream(ChangeWord.values()).map(each -> each.text(english).charAt(0)))
        .doesNotHaveDuplicates();
    assertThat(Arrays.stream(ChangeWord.values()).map(each -> each.text(japanese).charAt(0)))
        .doesNotHaveDuplicates();
  }
}
