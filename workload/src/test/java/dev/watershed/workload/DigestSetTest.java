package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestSetTest {

  @Test
  void orderAndRepetitionDoNotMatter() {
    TransactionClass once = setOf(7, -3, 12).toTransactionClass();
    assertThat(setOf(12, 7, 7, -3, 12).toTransactionClass()).isEqualTo(once);
    assertThat(once.digests().toArray()).containsExactly(-3, 7, 12);
    assertThat(once.truncated()).isFalse();
    assertThat(setOf(7, 12).toTransactionClass().id()).isNotEqualTo(once.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 66, 200, 1_000})
  void keepsTheLowestHashesInAnyOrder(int count) {
    Random random = new Random(count);
    long[] digests = random.longs(count).toArray();
    long[] expected =
        LongStream.of(digests)
            .boxed()
            .sorted(Comparator.comparing(digest -> MeasureRows.mix(digest) ^ Long.MIN_VALUE))
            .limit(DigestSet.MOST_DIGESTS)
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    for (int order = 0; order < 5; order++) {
      DigestSet set = setOf(digests);
      assertThat(set.toSortedArray()).isEqualTo(expected);
      assertThat(set.truncated()).isEqualTo(count > DigestSet.MOST_DIGESTS);
      for (int i = count - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        long swap = digests[i];
        digests[i] = digests[other];
        digests[other] = swap;
      }
    }
  }

  @Test
  void aTruncatedClassIsAnotherOne() {
    long[] digests = {1, 2};
    assertThat(TransactionClass.of(digests, true))
        .isNotEqualTo(TransactionClass.of(digests, false));
    assertThat(setOf(1, 2).toTransactionClass()).isEqualTo(TransactionClass.of(digests, false));
  }

  @Test
  void aClassRejectsWhatIsNoSet() {
    assertThatThrownBy(() -> TransactionClass.of(new long[0], false)).hasMessageContaining("1 to");
    assertThatThrownBy(() -> TransactionClass.of(new long[] {2, 2}, false))
        .hasMessageContaining("ascend");
  }

  @Test
  void aClearedSetIsANewOne() {
    DigestSet set = setOf(LongStream.range(0, 100).toArray());
    set.clear();
    set.add(5);
    assertThat(set.toTransactionClass()).isEqualTo(TransactionClass.of(new long[] {5}, false));
  }

  private static DigestSet setOf(long... digests) {
    DigestSet set = new DigestSet();
    for (long digest : digests) {
      set.add(digest);
    }
    return set;
  }
}
