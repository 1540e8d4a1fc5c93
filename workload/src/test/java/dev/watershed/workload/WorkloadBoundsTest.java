package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WorkloadBoundsTest {

  @Test
  void eachIsAtLeastOneAndFitsIntoAKey() {
    int most = 1 << 19;
    assertThat(WorkloadBounds.ofNames(1, most, 1, 1, 1).origins()).isEqualTo(most);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkloadBounds.ofNames(1, most + 1, 1, 1, 1))
        .withMessage("origins must be 1 to 524288: 524289");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkloadBounds.ofNames(0, 1, 1, 1, 1))
        .withMessageStartingWith("texts must be 1 to ");
  }

  @Test
  void rowsAreThoseOfCombinationsAndOfWhatIsLumped() {
    WorkloadBounds bounds = new WorkloadBounds(10, 20, 30, 40, 500, 6_000, 700, 8);
    assertThat(bounds.mostStatementRows()).isEqualTo(6_000 + 500 + 10 + 1);
    assertThat(bounds.mostTransactionRows()).isEqualTo(700 + 40 + 1);
    assertThat(bounds.withMinuteRows(9))
        .isEqualTo(new WorkloadBounds(10, 20, 30, 40, 500, 6_000, 700, 9));
  }
}
