package dev.watershed.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are long or deep: each is answered without a long search or a deep stack. */
@Tag("long")
class HostileTextTest {

  private static final int DEEP = 10_000;
  private static final int LONG = 5_000;

  /** A beginning, what is repeated before and behind the middle. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          SELECT a FROM t WHERE  ; (a +                     ; b        ; )
          SELECT a FROM t WHERE  ; f(                       ; b        ; )
          SELECT a FROM t WHERE  ; (a = ? OR (b = ? AND     ; c = ?    ; ))
          SELECT a FROM t WHERE  ; NOT (a = ? AND           ; c = ?    ; )
          SELECT                 ; CASE WHEN a = ? THEN     ; b        ; ELSE c END
          SELECT a FROM t, u WHERE a IN ; (SELECT a FROM t WHERE a IN ; (...) ; )
          SELECT * FROM          ; (SELECT * FROM           ; t        ; ) x
          SELECT * FROM          ; (t JOIN                  ; u        ; )
          SELECT a FROM t WHERE  ; EXISTS (SELECT * FROM t WHERE a = ? AND ; b = ? ; )
          SELECT a FROM t WHERE  ; INTERVAL (               ; b        ; ) DAY
          SELECT a FROM t WHERE  ; - ~                      ; b        ;
          SELECT a FROM t WHERE  ; NOT                      ; b        ;
          SELECT a FROM t WHERE  ; !                        ; b        ;
          SELECT a FROM t WHERE  ; BINARY                   ; b        ;
          SELECT a FROM t WHERE  ; (                        ; b        ;
          SELECT a FROM t WHERE  ;                          ; b        ; )
          """)
  void nestedDeeplyIsReadByItsWords(String start, String before, String middle, String behind) {
    StatementFacts facts = understood(nested(start, before, middle, behind, DEEP));
    assertThat(facts.parsed()).isFalse();
    assertThat(facts.tables()).hasSizeLessThan(3);
    assertThat(facts.issues()).allMatch(issue -> issue.reason() == Reason.UNPARSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          SELECT a FROM t WHERE  ; (a +                     ; b        ; )
          SELECT a FROM t WHERE  ; f(                       ; b        ; )
          SELECT a FROM t WHERE  ; (a = ? OR                ; c = ?    ; )
          SELECT                 ; CASE WHEN a = ? THEN     ; b        ; ELSE c END
          SELECT a FROM t, u WHERE t.a IN ; (SELECT a FROM t WHERE a IN ; (...) ; )
          SELECT * FROM          ; (SELECT * FROM           ; t        ; ) x
          SELECT * FROM          ; (t JOIN                  ; u        ; )
          SELECT a FROM t WHERE  ; EXISTS (SELECT * FROM t WHERE a = ? AND ; b = ? ; )
          """)
  void nestedAsPeopleDoIsParsed(String start, String before, String middle, String behind) {
    assertThat(understood(nested(start, before, middle, behind, 50)).parsed()).isTrue();
  }

  @Test
  void redundantParenthesesAreNoNesting() {
    StatementFacts facts = understood(nested("SELECT a FROM t WHERE", "(", "b = ?", ")", DEEP));
    assertThat(FactsText.of(facts)).isEqualTo("#0 from t where t.b EQUAL ? select t.a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          SELECT a FROM t WHERE ; a = ? AND              ; b = ?
          SELECT a FROM t WHERE ; a = ? OR               ; b = ?
          SELECT a FROM t WHERE ; a +                    ; b = ?
          SELECT                ; a,                     ; b FROM t
          SELECT a FROM t       ; UNION SELECT a FROM t  ; LIMIT ?
          SELECT * FROM t       ; JOIN u ON t.a = u.b    ; LIMIT ?
          SELECT a FROM t WHERE b IN ( ; ?,              ; ?)
          INSERT INTO t VALUES  ; (a, ?),                ; (...)
          UPDATE t SET          ; a = a + ?,             ; b = ?
          WITH                  ; c AS (SELECT a FROM t),; d AS (SELECT ?) SELECT * FROM c
          """)
  void longChainsAreParsed(String start, String repeated, String end) {
    String text = start + " " + (repeated + " ").repeat(LONG) + end;
    assertThat(understood(text).parsed()).as(start).isTrue();
  }

  /** Forms that the parser takes, and no server. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a FROM t WHERE a <> ( ? , ? )",
        "SELECT a FROM t WHERE NOT a = ROW ( ? , ? )",
        "SELECT a FROM t WHERE MATCH ( ? , a ) AGAINST ( ? )",
        "SELECT a FROM t WHERE ST_CONTAINS ( ? , ? , a )"
      })
  void whatNoServerTakesIsAnswered(String text) {
    assertThat(understood(text).parsed()).isTrue();
  }

  /** As other servers take it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH c AS ( DELETE FROM t WHERE a = ? ) SELECT a FROM c",
        "WITH c ( x ) AS ( UPDATE t SET a = ? ) SELECT x FROM c",
        "SELECT ? FROM ( WITH c AS ( INSERT INTO t ( a ) VALUES ( ? ) ) SELECT * FROM c ) d"
      })
  void writesBehindWithAreNotParsed(String text) {
    assertThat(understood(text).issues()).containsExactly(new FactIssue(Reason.UNPARSED, "WITH"));
  }

  @Test
  void manyWordsBeforeIntoAreLookedAtOnce() {
    String text = "SELECT a FROM t WHERE " + "FROM INTO ".repeat(90_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(understood(text).parsed()).isFalse());
  }

  /** A point before digits begins a number, unless no number comes of it. */
  @ParameterizedTest
  @CsvSource({
    "SELECT a FROM t WHERE b = .5, true",
    "SELECT a FROM t WHERE b = .5e-3, true",
    "SELECT a FROM t WHERE b = .5x, false",
    "SELECT a FROM t WHERE b = .03.000000Z, false",
    "SELECT .5x.y, false"
  })
  void aPointBeforeDigitsIsRead(String text, boolean parsed) {
    assertThat(understood(text).parsed()).isEqualTo(parsed);
  }

  private static String nested(
      String start, String before, String middle, String behind, int depth) {
    String opening = before == null ? "" : (before + " ").repeat(depth);
    String closing = behind == null ? "" : (" " + behind).repeat(depth);
    return start + " " + opening + middle + closing;
  }

  private static StatementFacts understood(String text) {
    return Understanding.of(text, false, Optional.of("app"), SchemaView.NONE);
  }
}
