package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.collections.impl.factory.primitive.DoubleLists;
import org.junit.jupiter.api.Test;

class BarsTest {

  @Test
  void theHighestIsFullAndNothingIsADot() {
    assertThat(Bars.ofCounts(new long[] {0, 1, 500, 1_000})).isEqualTo("·▁▄█");
    assertThat(Bars.ofCounts(new long[] {0, 0})).isEqualTo("··");
  }

  @Test
  void aLongSeriesKeepsItsPeaks() {
    double[] series = new double[100];
    series[37] = 8;
    series[90] = 1;
    String bars = Bars.ofSeries(DoubleLists.immutable.of(series), 10);
    assertThat(bars).isEqualTo("···█·····▁");
  }

  @Test
  void aShortSeriesIsNotStretched() {
    assertThat(Bars.ofSeries(DoubleLists.immutable.of(1, 2), 10)).isEqualTo("▄█");
    assertThat(Bars.ofSeries(DoubleLists.immutable.empty(), 10)).isEmpty();
  }
}
