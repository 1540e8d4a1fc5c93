package dev.watershed.sql.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptStatementsTest {

  /** Line breaks are written as {@code ¶}; each statement with its line and column. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -->",
      quoteCharacter = '~',
      textBlock =
          """
          SELECT 1 --> 1:1 SELECT 1
          SELECT 1; ¶  SELECT 2; --> 1:1 SELECT 1 | 2:3 SELECT 2
          ;;  ; SELECT 1;; --> 1:7 SELECT 1
          SELECT ';', ";", `;`; SELECT 2 --> 1:1 SELECT ';', ";", `;` | 1:23 SELECT 2
          SELECT 'it''s;', 'a\\';'; SELECT 2 --> 1:1 SELECT 'it''s;', 'a\\';' | 1:26 SELECT 2
          SELECT `a\\`; SELECT 2 --> 1:1 SELECT `a\\` | 1:14 SELECT 2
          -- a; ¶SELECT 1; # b; ¶SELECT 2; --> 2:1 -- a; ¶SELECT 1 | 3:1 # b; ¶SELECT 2
          /* a; */ SELECT 1 --1; /* b */ --> 1:10 /* a; */ SELECT 1 --1
          SELECT 1; ¶ /*!40101 SET NAMES utf8 */; ¶/*M!100100 SELECT 3*/ --> 1:1 SELECT 1 | 2:2 /*!40101 SET NAMES utf8 */ | 3:1 /*M!100100 SELECT 3*/
          DELIMITER $$ ¶BEGIN; END $$ ¶DELIMITER ; ¶SELECT 1; --> 2:1 BEGIN; END | 4:1 SELECT 1
          delimiter // -- from here on¶SELECT 1; SELECT 2 // --> 2:1 SELECT 1; SELECT 2
          DELIMITER ¶SELECT 1; --> 2:1 SELECT 1
          delimiters; SELECT 1 --> 1:1 delimiters | 1:13 SELECT 1
          """)
  void aScriptIsTakenApartAtItsDelimiters(String script, String expected) {
    List<ScriptStatement> statements = ScriptStatements.of(script.replace('¶', '\n'));
    assertThat(
            statements.stream()
                .map(each -> each.line() + ":" + each.column() + " " + each.text())
                .map(text -> text.replace('\n', '¶'))
                .collect(Collectors.joining(" | ")))
        .isEqualTo(expected.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- a", "/* a", "';", "`", "delimiter", "'a\\'", "--", "/*!"})
  void anyTextGivesAnAnswer(String script) {
    assertThat(ScriptStatements.of(script)).hasSizeLessThan(2);
  }

  @Test
  void aByteOrderMarkIsNoPartOfAStatement() {
    assertThat(ScriptStatements.of("\uFEFFSELECT 1; SELECT 2"))
        .containsExactly(
            new ScriptStatement("SELECT 1", 1, 1), new ScriptStatement("SELECT 2", 1, 11));
  }

  @Test
  void manyStatementsTakeNoLongerThanTheirText() {
    String script = "UPDATE a SET b = 1;".repeat(200_000) + "\n".repeat(200_000) + "SELECT 1";
    List<ScriptStatement> statements =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ScriptStatements.of(script));
    assertThat(statements).hasSize(200_001);
    assertThat(statements.get(200_000).line()).isEqualTo(200_001);
  }
}
