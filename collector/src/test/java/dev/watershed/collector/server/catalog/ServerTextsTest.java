package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTextsTest {

  private final ServerTexts redacted = new ServerTexts(false);
  private final ServerTexts raw = new ServerTexts(true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          `b` <> 'x'                              | `b` <> 'x'           | `b` <> ?
          (`b` <> _latin1\\'x\\')                 | (`b` <> _latin1'x')  | (`b` <> ?)
          concat(_utf8mb4\\'a\\\\b\\\\\\'c"d\\',1) | concat(_utf8mb4'a\\b\\'c"d',1) | concat(?,?)
          'it\\'s', 'geheim'                      | 'it\\'s', 'geheim'   | ?, ?
          (`y` + 7345)                            | (`y` + 7345)         | (`y` + ?)
          lower(`a\\b`)                           | lower(`a\\b`)        | lower(`a\\b`)
          """)
  void expressionsAreReadAsTheServerMeansThem(String text, String expectedRaw, String expected) {
    assertThat(raw.expression(text)).isEqualTo(expectedRaw);
    assertThat(redacted.expression(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          'x'                  | ?
          -5                   | ?
          7                    | ?
          b'101'               | ?
          current_timestamp()  | current_timestamp()
          concat('a', -5)      | concat(?, ?)
          """)
  void aDefaultThatIsALiteralIsOneMark(String text, String expected) {
    assertThat(redacted.defaultExpression(text)).isEqualTo(expected);
    assertThat(raw.defaultExpression(text)).isEqualTo(text);
  }

  @Test
  void aLiteralOfMySqlHasNoQuotes() {
    assertThat(redacted.literal("it's", "varchar(9)")).isEqualTo("?");
    assertThat(raw.literal("it's", "varchar(9)")).isEqualTo("'it''s'");
    assertThat(raw.literal("b'1'", "bit(1)")).isEqualTo("b'1'");
  }

  @Test
  void aBodyIsReadInItsOwnMode() {
    String body = "SET a = \"b\", c = 'C:\\', d = 'geheim'";

    assertThat(redacted.body(body, "ANSI_QUOTES,NO_BACKSLASH_ESCAPES"))
        .isEqualTo("SET a = \"b\", c = ?, d = ?");
    assertThat(redacted.body(body, "NO_BACKSLASH_ESCAPES,A_WORD_OF_TOMORROW"))
        .isEqualTo("SET a = ?, c = ?, d = ?");
    assertThat(raw.body(body, "")).isEqualTo(body);
  }

  @Test
  void whatIsDataAsAWholeIsLeftOut() {
    assertThat(redacted.data("2026")).isEmpty();
    assertThat(raw.data("2026")).contains("2026");
  }
}
