package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTableCheckTest {

  private final Check check = new DigestTableCheck();

  @Test
  void aFullTableIsToBecomeLarger() {
    Patient full = Patient.mySql().with(Setting.PERFORMANCE_SCHEMA_DIGEST_LOST, "77");

    assertThat(check.complaints(full.facts()).get(0).lack())
        .contains("10000 rows", "77 executions");
    assertThat(check.complaints(full.facts()).get(0).remedy().statements().get(0))
        .isEqualTo("SET PERSIST_ONLY performance_schema_digests_size = 20000");
  }

  @Test
  void aTinyOneIsToBecomeAsLargeAsUsual() {
    Patient tiny =
        Patient.mariaDb()
            .with(Setting.PERFORMANCE_SCHEMA_DIGEST_LOST, "1")
            .with(Setting.PERFORMANCE_SCHEMA_DIGESTS_SIZE, "100");

    assertThat(check.complaints(tiny.facts()).get(0).remedy().advice())
        .contains("performance_schema_digests_size=10000");
  }

  @Test
  void whereNothingIsLostAllIsWell() {
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }
}
