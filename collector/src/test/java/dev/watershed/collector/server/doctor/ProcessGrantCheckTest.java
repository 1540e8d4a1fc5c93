package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessGrantCheckTest {

  private final Check check = new ProcessGrantCheck();

  @Test
  void theGrantIsNamed() {
    ServerFacts without = Patient.mySql().granted("GRANT USAGE ON *.* TO `w`@`%`").facts();

    assertThat(check.complaints(without).get(0).remedy().statements())
        .containsExactly("GRANT PROCESS ON *.* TO 'w'@'%'");
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }
}
