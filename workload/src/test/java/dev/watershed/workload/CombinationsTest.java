package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.junit.jupiter.api.Test;

class CombinationsTest {

  @Test
  void theLowestRanksStay() {
    Combinations combinations = new Combinations();
    assertThat(combinations.bound(LongHashSet.newSetWith(1, 2, 3), 3)).isFalse();
    assertThat(combinations.exceeded()).isFalse();
    assertThat(combinations.bound(LongHashSet.newSetWith(1, 2, 3, -5), 2)).isTrue();
    assertThat(combinations.threshold()).isEqualTo(2);
    assertThat(combinations.stays(2)).isTrue();
    assertThat(combinations.stays(3)).isFalse();
    assertThat(combinations.stays(-5)).as("ranks are unsigned").isFalse();
  }

  @Test
  void combinationsWithoutARowCountAsMuchAsThoseWithOne() {
    Combinations combinations = new Combinations();
    combinations.note(1);
    combinations.note(3);
    combinations.note(3);
    assertThat(combinations.settled(1, 3)).isTrue();
    assertThat(combinations.settled(2, 3)).isFalse();
    combinations.bound(LongHashSet.newSetWith(2, 4), 2);
    assertThat(combinations.threshold()).isEqualTo(2);
    assertThat(combinations.toList()).isEqualTo(LongLists.immutable.of(1));
    combinations.note(9);
    assertThat(combinations.toList()).as("beyond").isEqualTo(LongLists.immutable.of(1));
  }

  @Test
  void aMergeLeavesOutWhatEitherLeftOut() {
    Combinations one = new Combinations();
    one.note(7);
    one.note(2);
    Combinations other = new Combinations();
    other.note(1);
    other.bound(LongHashSet.newSetWith(3, 5), 2);
    one.merge(other);
    assertThat(one.threshold()).isEqualTo(3);
    assertThat(one.toList()).isEqualTo(LongLists.immutable.of(1, 2));
  }

  @Test
  void ranksSortByTheFirstName() {
    long low = 5L << 40;
    long high = 6L << 40;
    for (long other = 0; other < 1_000; other++) {
      assertThat(Combinations.rank(low, other)).isLessThan(Combinations.rank(high, 0));
      assertThat(Combinations.rank(low, other, 3)).isLessThan(Combinations.rank(high, 0, other));
    }
    assertThat(Combinations.rank(low, 1, 2)).isNotEqualTo(Combinations.rank(low, 2, 1));
  }
}
