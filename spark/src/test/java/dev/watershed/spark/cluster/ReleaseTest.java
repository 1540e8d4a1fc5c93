package dev.watershed.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.spark.LocalSpark;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class ReleaseTest {

  @Test
  void aStoppedClusterIsNotAsked() {
    AtomicInteger released = new AtomicInteger();
    LocalSpark cluster = new LocalSpark("local[1]", Map.of());
    JavaSparkContext spark = cluster.get();
    Release.unlessStopped(spark, released::incrementAndGet);
    cluster.close();
    Release.unlessStopped(spark, released::incrementAndGet);
    assertThat(released).hasValue(1);
  }
}
