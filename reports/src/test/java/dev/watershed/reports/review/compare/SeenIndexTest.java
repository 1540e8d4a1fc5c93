package dev.watershed.reports.review.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeenIndexTest {

  private static final double DAY = 86_400;

  private static Optional<SeenIndex> seen(double rows, double calls) {
    return Optional.of(new SeenIndex(rows, calls, DAY));
  }

  @Test
  void useThatStopsAndStartsIsGoneAndNew() {
    assertThat(SeenIndex.change(seen(9_000, 3_000), seen(0, 3_000))).isEqualTo(ChangeWord.GONE);
    assertThat(SeenIndex.change(seen(0, 3_000), seen(9_000, 3_000))).isEqualTo(ChangeWord.NEW);
  }

  @Test
  void manyRowsOfFewCallsAreNoMoreThanChance() {
    assertThat(SeenIndex.change(seen(1e6, 2), seen(0, 0))).isEqualTo(ChangeWord.UNDECIDED);
    assertThat(SeenIndex.change(seen(1e6, 30), seen(2e6, 31)))
        .as("twice the rows, of thirty uses each")
        .isEqualTo(ChangeWord.SAME);
    assertThat(SeenIndex.change(seen(1e6, 3_000), seen(2e6, 3_100))).isEqualTo(ChangeWord.MORE);
    assertThat(SeenIndex.change(seen(2e6, 3_100), seen(1e6, 3_000))).isEqualTo(ChangeWord.LESS);
  }

  @Test
  void rowsThatNoKnownStatementReachedTellNothing() {
    assertThat(SeenIndex.change(seen(1e6, 0), seen(0, 0))).isEqualTo(ChangeWord.UNDECIDED);
  }

  @Test
  void anUnwatchedIndexTellsNothing() {
    assertThat(SeenIndex.change(Optional.empty(), seen(9_000, 3_000)))
        .isEqualTo(ChangeWord.UNDECIDED);
  }
}
