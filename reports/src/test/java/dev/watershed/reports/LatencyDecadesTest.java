package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.LatencyHistogram;
import org.junit.jupiter.api.Test;

class LatencyDecadesTest {

  @Test
  void eachDecadeBeginsAtAPowerOfTen() {
    LatencyHistogram histogram = new LatencyHistogram();
    long micros = 1;
    for (int decade = 0; decade < LatencyDecades.COUNT; decade++) {
      histogram.add(micros, decade + 1);
      micros *= 10;
    }
    assertThat(LatencyDecades.of(histogram)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void whatIsLongerThanAllBucketsIsInTheLast() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.add(100_000_000_000L, 2);
    assertThat(LatencyDecades.of(histogram)).containsExactly(0, 0, 0, 0, 0, 0, 0, 2);
  }
}
