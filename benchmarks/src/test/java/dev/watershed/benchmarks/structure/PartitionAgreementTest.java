package dev.watershed.benchmarks.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PartitionAgreementTest {

  private static final int[] FIRST = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3};
  private static final int[] SECOND = {1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2};

  @Test
  void theSamePartitionAgreesWholly() {
    PartitionAgreement same =
        PartitionAgreement.of(new int[] {0, 0, 1, 1}, new int[] {7, 7, -1, -1});
    assertThat(same.adjustedMutualInformation()).isCloseTo(1, within(1e-12));
    assertThat(same.adjustedRand()).isCloseTo(1, within(1e-12));
  }

  /** By hand: of 6 pairs 0 are together in both, 2 and 2 in one; (0 − 4/6) / (2 − 4/6). */
  @Test
  void crossedPartitionsAgreeLessThanByChance() {
    PartitionAgreement crossed =
        PartitionAgreement.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1});
    assertThat(crossed.adjustedRand()).isCloseTo(-0.5, within(1e-12));
    assertThat(crossed.adjustedMutualInformation()).isNegative();
  }

  /** By hand: (1 − 2/6) / (1.5 − 2/6) = 4/7. */
  @Test
  void aFinerPartitionAgreesInPart() {
    assertThat(PartitionAgreement.of(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}).adjustedRand())
        .isCloseTo(4.0 / 7, within(1e-12));
  }

  @Test
  void onePartAgainstSinglesSaysNothing() {
    PartitionAgreement nothing =
        PartitionAgreement.of(new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3});
    assertThat(nothing.adjustedMutualInformation()).isCloseTo(0, within(1e-9));
    assertThat(nothing.adjustedRand()).isCloseTo(0, within(1e-9));
  }

  /** The expectation over shuffles is what both are adjusted by. */
  @Test
  void shuffledPartitionsAgreeByChanceOnly() {
    Random random = new Random(1);
    int[] second = SECOND.clone();
    double information = 0;
    double rand = 0;
    int rounds = 20_000;
    for (int round = 0; round < rounds; round++) {
      for (int i = second.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = second[i];
        second[i] = second[other];
        second[other] = kept;
      }
      PartitionAgreement agreement = PartitionAgreement.of(FIRST, second);
      information += agreement.adjustedMutualInformation() / rounds;
      rand += agreement.adjustedRand() / rounds;
    }
    assertThat(information).isCloseTo(0, within(0.01));
    assertThat(rand).isCloseTo(0, within(0.01));
  }

  @Test
  void aKnownExampleHasItsKnownValue() {
    assertThat(PartitionAgreement.of(FIRST, SECOND).adjustedMutualInformation())
        .isCloseTo(0.27821, within(1e-5));
  }
}
