package dev.watershed.reports.review.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of a statement a table shows. */
class StatementHeadTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT id FROM t WHERE a = ? | SELECT id FROM t WHERE a = ?
          SELECT aaaaaaaaaa, bbbbbbbbbb, cccccccccc FROM t | SELECT … FROM t
          SELECT (SELECT max(x) FROM inside_of_a_list) AS m FROM t | SELECT … FROM t
          SELECT `a column FROM `, bbbbbbbbbbbbbbbbbbbbbbbbb FROM t | SELECT … FROM t
          SELECT aaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbb | SELECT aaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbb
          UPDATE t SET aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa = ? | UPDATE t SET aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa = ?
          """)
  void aLongListIsLeftOut(String text, String head) {
    assertThat(StatementHead.of(text)).isEqualTo(head);
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    assertThat(StatementHead.of("x".repeat(239) + "😀😀")).isEqualTo("x".repeat(239) + "…");
    assertThat(StatementHead.of("x".repeat(500))).isEqualTo("x".repeat(240) + "…");
    assertThat(StatementHead.cut("x".repeat(159) + "😀y", 160)).isEqualTo("x".repeat(159) + "…");
  }
}
