package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyBucketsTest {

  /** Rows of events_statements_histogram_global of a MySQL 9.7: number, BUCKET_TIMER_HIGH. */
  @ParameterizedTest
  @CsvSource({
    "0, 10000000",
    "1, 10471285",
    "2, 10964781",
    "49, 95499258",
    "50, 100000000",
    "213, 181970085861",
    "400, 1000000000000030",
    "447, 8709635899561102",
    "448, 9120108393559408"
  })
  void boundsAreTheServersOwn(int bucket, long picos) {
    assertThat(LatencyBuckets.upperPicos(bucket)).isEqualTo(picos);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0", "9, 0", "10, 1", "99, 50", "100, 51", "1000, 101", "999, 100"})
  void aTimeOnABoundBelongsToTheNextBucket(long micros, int bucket) {
    assertThat(LatencyBuckets.indexOfMicros(micros)).isEqualTo(bucket);
  }

  @Test
  void everyTimeLiesBetweenTheBoundsOfItsBucket() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      long micros = random.nextLong() >>> (1 + random.nextInt(62));
      int bucket = LatencyBuckets.indexOfMicros(micros);
      assertThat(bucket).isEqualTo(slowIndex(micros));
    }
  }

  private static int slowIndex(long micros) {
    int bucket = 0;
    while (bucket < LatencyBuckets.COUNT - 1
        && micros >= (LatencyBuckets.upperPicos(bucket) + 999_999) / 1_000_000) {
      bucket++;
    }
    return bucket;
  }
}
