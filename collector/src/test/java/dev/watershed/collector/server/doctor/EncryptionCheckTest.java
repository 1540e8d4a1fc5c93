package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncryptionCheckTest {

  private final Check check = new EncryptionCheck();

  @Test
  void onlyAPlainConnectionIsAComplaint() {
    assertThat(check.complaints(Patient.mySql().unencrypted().facts())).hasSize(1);
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }
}
