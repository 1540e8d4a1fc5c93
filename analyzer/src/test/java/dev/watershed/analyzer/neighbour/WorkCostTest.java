package dev.watershed.analyzer.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.neighbour.WorkCost.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkCostTest {

  @Test
  void whatCallsAndRowsTakeIsFound() {
    WorkCost cost =
        WorkCost.of(
            List.of(new Work(10, 0, 1_000), new Work(10, 100, 1_200), new Work(5, 400, 1_300)));
    assertThat(cost.microsPerCall()).isEqualTo(100, within(1e-9));
    assertThat(cost.microsPerRow()).isEqualTo(2, within(1e-9));
    assertThat(cost.micros(3, 7)).isEqualTo(314, within(1e-9));
  }

  @Test
  void theSameRowsPerCallEverywhereLeaveTheMean() {
    WorkCost cost = WorkCost.of(List.of(new Work(10, 50, 1_000), new Work(20, 100, 3_000)));
    assertThat(cost.microsPerRow()).isZero();
    assertThat(cost.microsPerCall()).isEqualTo(4_000 / 30.0, within(1e-9));
  }

  @Test
  void neitherIsNegative() {
    WorkCost fewerRowsTakeLonger =
        WorkCost.of(List.of(new Work(10, 0, 2_000), new Work(10, 100, 1_000)));
    assertThat(fewerRowsTakeLonger.microsPerRow()).isZero();
    assertThat(fewerRowsTakeLonger.microsPerCall()).isEqualTo(150, within(1e-9));
    WorkCost callsAreFree =
        WorkCost.of(List.of(new Work(10, 100, 100), new Work(10, 1_000, 10_000)));
    assertThat(callsAreFree.microsPerCall()).isZero();
    assertThat(callsAreFree.microsPerRow()).isEqualTo(10_100 / 1_100.0, within(1e-9));
  }

  /** No cost near it is better, and all slots together take what is expected of them. */
  @Test
  void noCostNearItFitsBetter() {
    Random random = new Random(9);
    for (int round = 0; round < 200; round++) {
      List<Work> slots = new ArrayList<>();
      for (int slot = 0; slot < 12; slot++) {
        double calls = 5 + random.nextInt(50);
        double rows = calls * random.nextInt(100);
        slots.add(new Work(calls, rows, (100 * calls + 3 * rows) * (0.5 + random.nextDouble())));
      }
      WorkCost best = WorkCost.of(slots);
      assertThat(slots.stream().mapToDouble(slot -> best.micros(slot.calls(), slot.rows())).sum())
          .isCloseTo(slots.stream().mapToDouble(Work::micros).sum(), within(1e-3));
      if (best.microsPerCall() > 1 && best.microsPerRow() > 0.1) {
        for (double[] step : new double[][] {{1, 0}, {-1, 0}, {0, 0.1}, {0, -0.1}, {1, -0.1}}) {
          WorkCost other =
              new WorkCost(best.microsPerCall() + step[0], best.microsPerRow() + step[1]);
          assertThat(squares(other, slots)).isGreaterThan(squares(best, slots));
        }
      }
    }
  }

  private static double squares(WorkCost cost, List<Work> slots) {
    return slots.stream()
        .mapToDouble(
            slot ->
                Math.pow(slot.micros() - cost.micros(slot.calls(), slot.rows()), 2) / slot.calls())
        .sum();
  }
}
