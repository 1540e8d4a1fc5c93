package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprinter;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralScannerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~select 1~                | false
          ~select 'a~               | true
          ~select 'a'~              | false
          ~select 'a''~             | true
          ~select 'a\\'~            | true
          ~select 'a\\\\'~          | false
          ~select "a~               | true
          ~select `a~               | true
          ~select `a\\`~            | false
          ~select 1 -- it's~        | false
          ~select 1 --it's~         | true
          ~select 1 # it's~         | false
          ~select /* it's~          | true
          ~select /* it's */~       | false
          ~select /* * / ** /~      | true
          ~select /**/ 1~           | false
          ~select 5 - -'a~          | true
          """)
  void knowsWhetherTheTextIsInsideALiteral(String text, boolean open) {
    LiteralScanner scanner = new LiteralScanner(SqlMode.standard());
    scan(scanner, text);
    assertThat(scanner.open()).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({"select 'C:\\',false", "select \"C:\\\",false", "select 'a,true"})
  void backslashesDoNotEscapeUnderNoBackslashEscapes(String text, boolean open) {
    LiteralScanner scanner = new LiteralScanner(SqlMode.parse("NO_BACKSLASH_ESCAPES"));
    scan(scanner, text);
    assertThat(scanner.open()).isEqualTo(open);
  }

  /** The scanner and the fingerprinter's lexer are two programs for one rule. */
  @ParameterizedTest
  @ValueSource(strings = {"", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES"})
  void agreesWithTheFingerprinterOnAnyText(String modes) {
    SqlMode mode = SqlMode.parse(modes);
    LiteralScanner scanner = new LiteralScanner(mode);
    Fingerprinter fingerprinter = new Fingerprinter(mode);
    Random random = new Random(5);
    String[] pieces = {
      "'", "\"", "`", "\\", "-- ", "--", "-", "#", "\n", "/*", "*/", "*", "/", "a", " ", "1", ";"
    };
    for (int round = 0; round < 30_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      text.append('\n');
      byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
      scanner.reset();
      scanner.scan(bytes, 0, bytes.length);
      fingerprinter.begin();
      fingerprinter.feed(
          java.util.Arrays.copyOf(bytes, bytes.length + Words.PADDING), 0, bytes.length, false);
      assertThat(scanner.open()).as(text.toString()).isEqualTo(fingerprinter.open());
    }
  }

  private static void scan(LiteralScanner scanner, String text) {
    scanner.reset();
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    scanner.scan(bytes, 0, bytes.length);
  }
}
