package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestLengthCheckTest {

  private final Check check = new DigestLengthCheck();

  @Test
  void theShorterOfBothLengthsCounts() {
    assertThat(check.complaints(Patient.mySql().cutDigests(3).facts()))
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.lack()).startsWith("3 digest texts are cut after 1024 bytes");
              assertThat(complaint.remedy().statements())
                  .containsExactly(
                      "SET PERSIST_ONLY max_digest_length = 4096",
                      "SET PERSIST_ONLY performance_schema_max_digest_length = 4096");
            });
  }

  @Test
  void aShortLengthThatCutsNothingIsLongEnough() {
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }
}
