package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionCheckTest {

  private final Check check = new VersionCheck();

  @ParameterizedTest
  @ValueSource(strings = {"5.7.44", "8.0.36", "8.4.3", "8.0.36-28", "9.6.0"})
  void othersThanThoseThatWereTriedAreNamed(String version) {
    assertThat(check.complaints(Patient.mySql().version(version).facts()).get(0).lack())
        .contains(version);
  }

  @Test
  void thoseThatWereTriedAreNot() {
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
    assertThat(check.complaints(Patient.mariaDb().facts())).isEmpty();
    assertThat(check.complaints(Patient.mariaDb().version("10.6.16-MariaDB").facts())).hasSize(1);
  }
}
