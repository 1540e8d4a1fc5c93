package dev.watershed.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PlannedFleetTest {

  @Test
  void thePlanIsThatOfTheSeed() {
    PlannedFleet fleet = PlannedFleet.parse("--out", "x", "--seed", "7");
    assertThat(fleet.options().seed()).isEqualTo(7);
    assertThat(fleet.plan().seed()).isEqualTo(7);
  }

  @Test
  void aTableToBeMovedHasToBeThere() {
    assertThatThrownBy(() -> PlannedFleet.parse("--out", "x", "--move", "no.where=booking"))
        .isInstanceOfAny(NoSuchElementException.class, IllegalArgumentException.class)
        .hasMessageContaining("no.where");
  }
}
