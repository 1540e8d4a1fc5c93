package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestNameTest {

  private static final int LENGTH = 1_024;

  /** The texts are those that MySQL 9.7 and MariaDB 10.11 made. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT `v` FROM `x` WHERE `id` >= ?            | SELECT v FROM x WHERE id >= ?",
        "EXECUTE SELECT `v` FROM `x` WHERE `id` >= ?    | SELECT v FROM x WHERE id >= ?",
        "PREPARE SELECT `v` FROM `x` WHERE `id` >= ?    | administrator command: Prepare",
        "DEALLOCATE SELECT `v` FROM `x` WHERE `id` >= ? | administrator command: Close stmt",
        "EXECUTE `s1` USING @?                          | EXECUTE s1 USING @?",
        "PREPARE `s1` FROM ?                            | PREPARE s1 FROM ?",
        "DEALLOCATE PREPARE `s1`                        | DEALLOCATE PREPARE s1",
      })
  void stepsOfPreparedStatementsAreWhatTheSlowLogHas(String digestText, String fingerprint) {
    DigestName name = DigestName.of(digestText, LENGTH);

    assertThat(name.fingerprint().text()).isEqualTo(fingerprint);
    assertThat(name.own()).isFalse();
  }

  @Test
  void ownStatementsAreKnownByTheirAlias() {
    assertThat(DigestName.of("SELECT `a` FROM `b` AS `watershed_sample`", LENGTH).own()).isTrue();
    assertThat(DigestName.of("SELECT `watershed_samples` FROM `b`", LENGTH).own()).isFalse();
  }

  @Test
  void aTextThatFillsTheBufferMayBeCut() {
    assertThat(DigestName.of("SELECT `a` , `b` FROM `c`", LENGTH).fingerprint().truncated())
        .isFalse();
    assertThat(DigestName.of("SELECT `a` , `b` FROM `c`", 40).fingerprint().truncated()).isTrue();
  }
}
