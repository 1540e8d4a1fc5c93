package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InnodbStatisticsCheckTest {

  private final Check check = new InnodbStatisticsCheck();

  @Test
  void eachProductHasItsStatement() {
    assertThat(statement(Patient.mySql())).isEqualTo("SET PERSIST innodb_stats_persistent = ON");
    assertThat(statement(Patient.mariaDb())).isEqualTo("SET GLOBAL innodb_stats_persistent = ON");
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }

  private String statement(Patient patient) {
    return check
        .complaints(patient.with(Setting.INNODB_STATS_PERSISTENT, "OFF").facts())
        .get(0)
        .remedy()
        .statements()
        .get(0);
  }
}
