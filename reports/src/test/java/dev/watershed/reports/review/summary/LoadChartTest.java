package dev.watershed.reports.review.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.ranking.LoadOverTime;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.collections.impl.factory.primitive.DoubleLists;
import org.junit.jupiter.api.Test;

class LoadChartTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private static LoadOverTime load(double... values) {
    return new LoadOverTime(
        Instant.parse("2026-11-23T10:58:00Z"),
        Duration.ofMinutes(1),
        DoubleLists.immutable.with(values));
  }

  @Test
  void sixPointsAreALine() {
    Block.TimeChart chart = (Block.TimeChart) LoadChart.of(load(1, 2, 3, 2, 1, 0), WORDS);
    assertThat(chart.lines().get(0).values()).containsExactly(1.0, 2.0, 3.0, 2.0, 1.0, 0.0);
    assertThat(chart.stepSeconds()).isEqualTo(60);
    assertThat(chart.svg()).contains("active statements", "2026-11-23 10:58", "11:03 UTC");
  }

  @Test
  void fewerAreBarsWithTheirTimes() {
    Block.Bars bars = (Block.Bars) LoadChart.of(load(0.05, 0, 0.5), WORDS);
    assertThat(bars.bars())
        .containsExactly(
            new Block.Bars.Bar("10:58 UTC", "", 0.1, "0.05", ""),
            new Block.Bars.Bar("10:59 UTC", "", 0, "0", ""),
            new Block.Bars.Bar("11:00 UTC", "", 1, "0.5", ""));
    assertThat(bars.note()).endsWith("3 points in time are too few for a line.");
  }

  @Test
  void withoutALoadThereIsNoBar() {
    assertThat(((Block.Bars) LoadChart.of(load(), WORDS)).bars()).isEmpty();
  }
}
