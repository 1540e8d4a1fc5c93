package dev.watershed.collector.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts end outside every literal: under the default, NO_BACKSLASH_ESCAPES, ANSI_QUOTES. */
class ReferenceLexerTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "select 1            | out | out | out",
        "'a                  | in  | in  | in",
        "'a'                 | out | out | out",
        "'a''b'              | out | out | out",
        "'a''                | in  | in  | in",
        "'a\\'               | in  | out | in",
        "'a\\\\'             | out | out | out",
        "\"a\\\"             | in  | out | out",
        "`a\\`               | out | out | out",
        "`a``b               | in  | in  | in",
        "'a\"b'              | out | out | out",
        "\"a'b\"             | out | out | out",
        "-- it's             | out | out | out",
        "--it's              | in  | in  | in",
        "5--1, 'x            | in  | in  | in",
        "# it's              | out | out | out",
        "/* it's             | in  | in  | in",
        "/* it's */          | out | out | out",
        "/*/ 'a */           | out | out | out",
        "/*! 'a */           | out | out | out",
        "'/*' 5              | out | out | out",
        "-- /* no            | out | out | out",
        "--                  | out | out | out",
      })
  void findsLiterals(String text, String standard, String noBackslash, String ansi) {
    ReferenceOptions options = ReferenceOptions.standard();
    assertThat(state(text, options)).isEqualTo(standard);
    assertThat(state(text, options.withNoBackslashEscapes())).isEqualTo(noBackslash);
    assertThat(state(text, options.withAnsiQuotes())).isEqualTo(ansi);
  }

  private static String state(String text, ReferenceOptions options) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    ReferenceLexer lexer = new ReferenceLexer(bytes, options);
    lexer.line(0, bytes.length);
    return lexer.outside() ? "out" : "in";
  }
}
