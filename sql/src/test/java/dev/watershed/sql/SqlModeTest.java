package dev.watershed.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SqlModeTest {
  @Test
  void anEmptyTextIsTheStandardMode() {
    assertThat(SqlMode.parse("")).isEqualTo(SqlMode.standard());
    assertThat(SqlMode.parse(" STRICT_TRANS_TABLES, no_zero_date ")).isEqualTo(SqlMode.standard());
  }

  @Test
  void readsTheWordsThatChangeLexing() {
    assertThat(SqlMode.parse("ANSI_QUOTES").ansiQuotes()).isTrue();
    assertThat(SqlMode.parse("no_backslash_escapes").noBackslashEscapes()).isTrue();
    assertThat(SqlMode.parse("IGNORE_SPACE").ignoreSpace()).isTrue();
    assertThat(SqlMode.parse("PIPES_AS_CONCAT").pipesAsConcat()).isTrue();
    assertThat(SqlMode.parse("TRADITIONAL,HIGH_NOT_PRECEDENCE").highNotPrecedence()).isTrue();
  }

  @Test
  void expandsCombinations() {
    assertThat(SqlMode.parse("ANSI")).isEqualTo(new SqlMode(true, false, true, true, false));
    assertThat(SqlMode.parse("ORACLE")).isEqualTo(SqlMode.parse("ANSI"));
  }

  @Test
  void namesAnUnknownWord() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SqlMode.parse("ANSI_QUOTES,ANSY"))
        .withMessageContaining("ANSY");
  }
}
