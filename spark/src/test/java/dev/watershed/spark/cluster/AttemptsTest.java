package dev.watershed.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "local 1",
        "local[2] 1",
        "local[*] 1",
        "local[2,4] 4",
        "local[*,3] 3",
        "spark://127.0.0.1:7077 4",
        "local-cluster[2,1,512] 4",
        "yarn 4",
      })
  void theMasterSaysIt(String master, int attempts) {
    assertThat(Attempts.of(new SparkConf(false).setMaster(master))).isEqualTo(attempts);
  }

  @Test
  void theSettingCountsOnACluster() {
    SparkConf settings = new SparkConf(false).set("spark.task.maxFailures", "8");
    assertThat(Attempts.of(settings.clone().setMaster("yarn"))).isEqualTo(8);
    assertThat(Attempts.of(settings.clone().setMaster("local[2]"))).isEqualTo(1);
    assertThat(Attempts.of(settings)).isEqualTo(8);
  }
}
