package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {

  @Test
  void aHealthyServerHasNoComplaint() {
    assertThat(complaints(Patient.mySql())).isEmpty();
    assertThat(complaints(Patient.mariaDb())).isEmpty();
  }

  private static List<Complaint> complaints(Patient patient) {
    return Checks.all().stream()
        .flatMap(check -> check.complaints(patient.facts()).stream())
        .toList();
  }
}
