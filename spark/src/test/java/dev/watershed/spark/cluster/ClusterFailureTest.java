package dev.watershed.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class ClusterFailureTest {

  @Test
  void theFirstLineIsTheReason() {
    assertThat(ClusterFailure.of(new SparkException("Job aborted: a task failed\n\tat a.B.c(B:1)")))
        .contains(new ClusterFailure("Job aborted: a task failed", false));
  }

  @Test
  void aTaskWithoutMemoryIsToldApart() {
    assertThat(
            ClusterFailure.of(
                new SparkException("Job aborted\njava.lang.OutOfMemoryError: Java heap space")))
        .contains(new ClusterFailure("Job aborted", true));
    assertThat(new ClusterFailure("Job aborted", true).advice()).contains("--executor-memory");
    assertThat(new ClusterFailure("Job aborted", false).advice()).isEmpty();
  }

  @Test
  void aDriverThatHasTooLittleMemoryToStartIsTold() {
    SparkConf little =
        new SparkConf()
            .setMaster("local[1]")
            .setAppName("little")
            .set("spark.ui.enabled", "false")
            .set("spark.testing.memory", "300000000");
    assertThatThrownBy(() -> new JavaSparkContext(little))
        .isInstanceOfSatisfying(
            RuntimeException.class,
            refused ->
                assertThat(ClusterFailure.of(refused))
                    .hasValueSatisfying(
                        failure -> {
                          assertThat(failure.outOfMemory()).isFalse();
                          assertThat(failure.reason())
                              .contains("System memory 300000000 must be at least");
                        }));
  }

  @Test
  void aBugStaysABug() {
    IllegalArgumentException bug = new IllegalArgumentException("bug");
    assertThatThrownBy(() -> ClusterFailure.of(bug)).isSameAs(bug);
  }

  @Test
  void whatIsDeclaredIsNoneOfACluster() {
    assertThat(ClusterFailure.of(new IOException("gone"))).isEmpty();
  }
}
