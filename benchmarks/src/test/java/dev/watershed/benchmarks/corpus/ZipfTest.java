package dev.watershed.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ZipfTest {

  @Test
  void drawsRanksAsOftenAsTheLawSays() {
    Zipf zipf = new Zipf(4, 1.0);
    SplittableRandom random = new SplittableRandom(9);
    int draws = 250_000;
    int[] counts = new int[4];
    for (int i = 0; i < draws; i++) {
      counts[zipf.next(random)]++;
    }
    double unit = draws / (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0);
    for (int rank = 0; rank < 4; rank++) {
      assertThat((double) counts[rank]).isCloseTo(unit / (rank + 1), within(1_500.0));
    }
  }
}
