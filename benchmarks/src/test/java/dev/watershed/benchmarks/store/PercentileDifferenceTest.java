package dev.watershed.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.store.DuckStore.Answer;
import dev.watershed.benchmarks.store.StoreQuestions.Percentile;
import dev.watershed.workload.LatencyBuckets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PercentileDifferenceTest {

  private static final int BUCKET = LatencyBuckets.indexOfMicros(1_000);
  private static final double LOWER = LatencyBuckets.lowerMicros(BUCKET);
  private static final double UPPER = LatencyBuckets.upperMicros(BUCKET);

  @Test
  void percentilesAgreeFromOneBoundOfTheirBucketToTheOther() {
    List<Answer> buckets = List.of(new Answer(1, BUCKET), new Answer(2, BUCKET));
    assertThat(
            PercentileDifference.first(
                List.of(new Percentile(2, UPPER), new Percentile(1, LOWER)), buckets))
        .isEmpty();
  }

  @Test
  void whatIsOutsideOfItsBucketDiffers() {
    List<Answer> buckets = List.of(new Answer(1, BUCKET));
    assertThat(PercentileDifference.first(List.of(new Percentile(1, UPPER * 1.001)), buckets))
        .isPresent();
    assertThat(PercentileDifference.first(List.of(new Percentile(1, LOWER * 0.999)), buckets))
        .isPresent();
  }

  @Test
  void otherDigestsDiffer() {
    List<Answer> buckets = List.of(new Answer(1, BUCKET));
    assertThat(PercentileDifference.first(List.of(), buckets)).isPresent();
    assertThat(PercentileDifference.first(List.of(new Percentile(2, LOWER)), buckets)).isPresent();
  }
}
