package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserStatisticsCheckTest {

  private final Check check = new UserStatisticsCheck();

  @Test
  void theyStandInWherePerformanceSchemaIsOff() {
    Patient patient = Patient.mariaDb().with(Setting.USERSTAT, "OFF");

    assertThat(check.complaints(patient.facts())).isEmpty();
    assertThat(check.complaints(patient.with(Setting.PERFORMANCE_SCHEMA, "OFF").facts()))
        .hasSize(1);
    assertThat(check.complaints(patient.with(Setting.USERSTAT, "ON").facts())).isEmpty();
  }
}
