package dev.watershed.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void theStoreIsFoundWhereverItStands() {
    assertThat(Arguments.of("report", "--store", "hdfs://nn/w", "--out", "r.html").others())
        .containsExactly("report", "--out", "r.html");
    assertThat(Arguments.of("report", "--store", "hdfs://nn/w").store()).contains("hdfs://nn/w");
    assertThat(Arguments.of("--store=s3a://b/w", "check").store()).contains("s3a://b/w");
    assertThat(Arguments.of("--store=s3a://b/w", "check").others()).containsExactly("check");
  }

  /** What is wrong is for whoever reads the others. */
  @Test
  void aStoreWithoutAddressStays() {
    Arguments arguments = Arguments.of("check", "--store");
    assertThat(arguments.store()).isEmpty();
    assertThat(arguments.others()).containsExactly("check", "--store");
  }

  @Test
  void ofSeveralTheLastCounts() {
    assertThat(Arguments.of("--store", "a", "--store=b").store()).contains("b");
  }
}
