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
              assertThat(complaint.lack()).startsWith("3 digest texts fill their 1024 bytes");
              assertThat(complaint.remedy().statements())
                  .containsExactly(
                      "SET PERSIST_ONLY max_digest_length = 4096",
                      "SET PERSIST_ONLY performance_schema_max_digest_length = 4096");
            });
  }

  /** MySQL 9.7 marks no cut, and lists of literals end in what other servers mark it by. */
  @Test
  void aTextIsCutWhereItsTokensFillTheRoom() {
    String columns = "`a_column_of_some_length` , ".repeat(40);

    assertThat(FactQueries.isCut("SELECT " + columns, 1_024)).isTrue();
    assertThat(FactQueries.isCut("SELECT " + columns, 4_096)).isFalse();
    assertThat(FactQueries.isCut("SELECT `a` FROM `t` LIMIT ?, ... ", 1_024)).isFalse();
    assertThat(FactQueries.isCut("SELECT `a` FROM ...", 1_024)).isTrue();
  }

  @Test
  void aShortLengthThatCutsNothingIsLongEnough() {
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }
}
