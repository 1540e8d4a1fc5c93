package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerformanceSchemaCheckTest {

  private final Check check = new PerformanceSchemaCheck();

  @Test
  void whereItIsOffNothingIsKnown() {
    ServerFacts off = Patient.mySql().with(Setting.PERFORMANCE_SCHEMA, "OFF").facts();

    assertThat(check.complaints(off))
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.weight()).isEqualTo(Complaint.Weight.BLIND);
              assertThat(complaint.remedy().statements())
                  .containsExactly("SET PERSIST_ONLY performance_schema = ON");
            });
  }

  @Test
  void mariaDbKeepsNoSettingsByItself() {
    ServerFacts off = Patient.mariaDb().with(Setting.PERFORMANCE_SCHEMA, "OFF").facts();

    assertThat(check.complaints(off).get(0).remedy().statements()).isEmpty();
    assertThat(check.complaints(off).get(0).remedy().advice()).contains("performance_schema=ON");
  }

  @Test
  void whereItIsOnAllIsWell() {
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }
}
