package dev.watershed.analyzer.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircularShiftTest {

  private static BitSet marks(int... slots) {
    BitSet marks = new BitSet();
    Arrays.stream(slots).forEach(marks::set);
    return marks;
  }

  @Test
  void whatIsHigherInMarkedSlotsIsUnlikelyByChance() {
    double[] series = new double[100];
    Arrays.setAll(series, slot -> slot % 3);
    BitSet marks = marks(7, 20, 21, 55, 90);
    marks.stream().forEach(slot -> series[slot] = 50 + slot);
    assertThat(new CircularShift(new double[][] {series}).probabilities(marks)[0])
        .isEqualTo(0.01, within(1e-12));
  }

  /** So that it can be told among many. */
  @Test
  void manySlotsMakeItLessLikely() {
    double[] series = new double[3_000];
    Arrays.setAll(series, slot -> slot % 3);
    BitSet marks = marks(7, 20, 21, 55, 1_900);
    marks.stream().forEach(slot -> series[slot] = 50 + slot);
    assertThat(new CircularShift(new double[][] {series}).probabilities(marks)[0])
        .isEqualTo(1 / 3_000.0, within(1e-12));
  }

  @Test
  void whatIsTheSameEverywhereIsNot() {
    double[] series = new double[50];
    Arrays.fill(series, 4);
    assertThat(new CircularShift(new double[][] {series}).probabilities(marks(3, 9, 30))[0])
        .isEqualTo(1);
  }

  @Test
  void slotsWithoutAValueCountOnNeitherSide() {
    double[] series = new double[60];
    Arrays.fill(series, Double.NaN);
    assertThat(new CircularShift(new double[][] {series}).probabilities(marks(3, 9))[0])
        .isEqualTo(1);
    assertThat(new CircularShift(new double[0][]).probabilities(marks(3))).isEmpty();
  }

  /** Judged together, none is less likely than judged alone. */
  @Test
  void severalSeriesMakeNoFalseAlarm() {
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      double[][] series = new double[4][80];
      for (double[] each : series) {
        Arrays.setAll(each, slot -> random.nextInt(20));
      }
      BitSet marks = marks(random.nextInt(80), random.nextInt(80), random.nextInt(80));
      double[] together = new CircularShift(series).probabilities(marks);
      for (int each = 0; each < series.length; each++) {
        double alone = new CircularShift(new double[][] {series[each]}).probabilities(marks)[0];
        assertThat(together[each]).isGreaterThanOrEqualTo(alone);
      }
    }
  }

  /** Against rank sums from their definition, at every shift. */
  @Test
  void probabilitiesAreThoseOfTheDefinition() {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      int size = 20 + random.nextInt(60);
      double[] series = new double[size];
      Arrays.setAll(series, slot -> random.nextInt(10) == 0 ? Double.NaN : random.nextInt(12));
      BitSet marks = new BitSet();
      for (int mark = 0; mark < 5; mark++) {
        marks.set(random.nextInt(size));
      }
      double own = score(series, marks, 0);
      long reached =
          IntStream.range(0, size)
              .filter(shift -> score(series, marks, shift) >= own - 1e-12)
              .count();
      assertThat(new CircularShift(new double[][] {series}).probabilities(marks)[0])
          .as("round " + round)
          .isEqualTo((double) reached / size, within(1e-9));
    }
  }

  /** Pairs of a marked and another value: one for higher, a half for equal; standardized. */
  private static double score(double[] series, BitSet marks, int shift) {
    BitSet moved = new BitSet();
    marks.stream().forEach(mark -> moved.set((mark + shift) % series.length));
    double pairs = 0;
    int marked = 0;
    int others = 0;
    for (int one = 0; one < series.length; one++) {
      if (!Double.isNaN(series[one])) {
        marked += moved.get(one) ? 1 : 0;
        others += moved.get(one) ? 0 : 1;
      }
      for (int other = 0; moved.get(one) && other < series.length; other++) {
        if (!moved.get(other) && !Double.isNaN(series[one]) && !Double.isNaN(series[other])) {
          pairs += series[one] > series[other] ? 1 : series[one] == series[other] ? 0.5 : 0;
        }
      }
    }
    return marked == 0 || others == 0
        ? 0
        : (pairs - marked * others / 2.0)
            / Math.sqrt((double) marked * others * (marked + others + 1) / 12);
  }
}
