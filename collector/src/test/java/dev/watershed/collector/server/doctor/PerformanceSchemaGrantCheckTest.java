package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerformanceSchemaGrantCheckTest {

  private final Check check = new PerformanceSchemaGrantCheck();

  @Test
  void theGrantIsNamed() {
    assertThat(check.complaints(Patient.mySql().unreadable().facts()).get(0).remedy().statements())
        .containsExactly("GRANT SELECT ON performance_schema.* TO 'w'@'%'");
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }
}
