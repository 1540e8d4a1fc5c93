package dev.watershed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParenthesesTest {

  @ParameterizedTest
  @CsvSource({
    "a,         true,  0",
    "(a),       true,  1",
    "((a))(b),  true,  2",
    "(a,        false, 1",
    "a),        false, 0",
    ")(,        false, 1",
    "(a))((b),  false, 2",
  })
  void balancedIsWhereEachHasItsOther(String text, boolean balanced, int depth) {
    Parentheses parentheses = Parentheses.of(SqlLexer.tokens(text));
    assertThat(parentheses.balanced()).isEqualTo(balanced);
    assertThat(parentheses.depth()).isEqualTo(depth);
  }

  @Test
  void theOtherIsTheOneThatClosesIt() {
    Parentheses parentheses = Parentheses.of(SqlLexer.tokens("((a)b)("));
    assertThat(parentheses.partner(0)).isEqualTo(5);
    assertThat(parentheses.partner(5)).isZero();
    assertThat(parentheses.partner(1)).isEqualTo(3);
    assertThat(parentheses.partner(6)).as("there is none").isEqualTo(7);
  }
}
