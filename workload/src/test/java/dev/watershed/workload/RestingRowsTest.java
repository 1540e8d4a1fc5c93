package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestingRowsTest {

  private static final int WIDTH = Measure.values().length;

  /** Rows with all kinds of figures, those that say nothing among them, in their order. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 300, 5_000})
  void theyAreTheSameRowsAfterwards(int size) {
    SplittableRandom random = new SplittableRandom(size);
    MeasureRows rows = new MeasureRows(WIDTH);
    for (int i = 0; i < size; i++) {
      int row = rows.rowOf(random.nextLong());
      long[] figures = new long[WIDTH];
      for (Measure measure : Measure.values()) {
        figures[measure.ordinal()] =
            random.nextInt(3) == 0
                ? measure.neutral()
                : random.nextLong() >> random.nextInt(1, Long.SIZE);
      }
      rows.addFigures(row, figures, 0, 1);
      for (int left = random.nextInt(4); left > 0; left--) {
        rows.histogram(row)
            .addToBucket(random.nextInt(LatencyBuckets.COUNT), 1L << random.nextInt(40));
      }
    }
    MeasureRows same = RestingRows.of(rows).unpack();

    assertThat(same.size()).isEqualTo(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      assertThat(same.key(row)).isEqualTo(rows.key(row));
      assertThat(same.rowOf(rows.key(row))).isEqualTo(row);
      assertThat(same.histogram(row)).isEqualTo(rows.histogram(row));
      for (int measure = 0; measure < WIDTH; measure++) {
        assertThat(same.value(row, measure)).isEqualTo(rows.value(row, measure));
      }
    }
  }

  /** Without order in any figure: those of a server have fewer that say something. */
  @Test
  void aRowTakesAThirdOfWhatItsFiguresTakeOtherwise() {
    int size = 10_000;
    SplittableRandom random = new SplittableRandom(1);
    MeasureRows rows = new MeasureRows(WIDTH);
    for (int text = 0; text < size; text++) {
      int row = rows.rowOf(StatementTable.key(text, 1, 1));
      long calls = random.nextLong(1, 100_000);
      long[] figures = new long[WIDTH];
      for (Measure measure : Measure.values()) {
        figures[measure.ordinal()] = calls * random.nextLong(50);
      }
      long seen = 1_795_000_000_000_000L;
      figures[Measure.FIRST_SEEN_MICROS.ordinal()] = seen + random.nextLong(900_000_000);
      figures[Measure.LAST_SEEN_MICROS.ordinal()] = seen + random.nextLong(900_000_000);
      rows.addFigures(row, figures, 0, 1);
      for (int bucket = 0; bucket < 10; bucket++) {
        rows.histogram(row).addToBucket(100 + bucket, random.nextLong(1, calls + 1));
      }
    }
    assertThat(RestingRows.of(rows).bytes()).isLessThan(WIDTH * Long.BYTES * size);
  }
}
