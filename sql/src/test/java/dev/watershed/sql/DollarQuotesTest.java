package dev.watershed.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DollarQuotesTest {

  /** What stands behind the literal, as MySQL 9.7 reads the body of a function. */
  @ParameterizedTest
  @CsvSource({
    "$$a$$b, b",
    "$$$$b, b",
    "$q$a$q$b, b",
    "$q$it's $$ $r$ $q $q$b, b",
    "$q$a$$q$q$q$b, q$b",
    "$q$$q$q$, q$",
    "$q$a$q$q$, q$",
    "$qq$a$q$q$qq$b, b",
  })
  void aLiteralEndsWithTheFirstTagLikeItsOwn(String text, String rest) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    DollarQuotes whole = new DollarQuotes(bytes.length);
    int body = whole.open(bytes, 0, bytes.length);
    int end = whole.close(bytes, body, bytes.length);
    assertThat(whole.closed()).isTrue();
    assertThat(text.substring(end)).isEqualTo(rest);

    DollarQuotes pieces = new DollarQuotes(bytes.length);
    int at = pieces.open(bytes, 0, bytes.length);
    while (!pieces.closed()) {
      at = pieces.close(bytes, at, at + 1);
    }
    assertThat(at).isEqualTo(end);
    assertThat(DollarQuotes.endIn(text, text.substring(0, body), body)).isEqualTo(end);
  }

  @Test
  void aWordWithoutASecondDollarIsNone() {
    for (String word : List.of("$abc", "$a b$", "$", "$a-$")) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      assertThat(DollarQuotes.endOfTag(bytes, 0, bytes.length)).isZero();
      assertThat(new DollarQuotes(9).open(bytes, 0, bytes.length)).isZero();
    }
  }

  @Test
  void aTagLongerThanExpectedIsNone() {
    byte[] word = "$abc$".getBytes(StandardCharsets.UTF_8);
    assertThat(new DollarQuotes(4).open(word, 0, word.length)).isZero();
    assertThat(new DollarQuotes(5).open(word, 0, word.length)).isEqualTo(5);
  }

  @Test
  void aBodyWithoutItsTagStaysOpen() {
    for (String text : List.of("$q$a$q", "$q$a$$q$", "$qq$a$q$qq$")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      DollarQuotes quotes = new DollarQuotes(bytes.length);
      int body = quotes.open(bytes, 0, bytes.length);
      int end = quotes.close(bytes, body, bytes.length);
      assertThat(end).isEqualTo(bytes.length);
      assertThat(DollarQuotes.endIn(text, text.substring(0, body), body)).isEqualTo(-1);
      assertThat(quotes.closed()).isFalse();
    }
  }
}
