package dev.watershed.sql.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.sql.SqlMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private static final int LONG = 10_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          SELECT a FROM t WHERE b = 'x'                  | SELECT a FROM t WHERE b = ?
          select  a\tfrom t                              | select a from t
          ^  SELECT 1  ^                                 | SELECT ?
          SELECT 'it''s', 'it\\'s', 'a\\\\', "x""y", ''  | SELECT ?, ?, ?, ?, ?
          SELECT 'a' 'b'                                 | SELECT ? ?
          WHERE a='x'AND b="y"OR c=1                     | WHERE a=?AND b=?OR c=?
          SELECT N'x', n'x', X'41', x'41', B'01', b'01'  | SELECT ?, ?, ?, ?, ?, ?
          SELECT _utf8mb4'x', _latin1 "x", _binary x'41', _utf8 0x41, _utf8 b'1' | SELECT ?, ?, ?, ?, ?
          SELECT _id, _x FROM _t                         | SELECT _id, _x FROM _t
          SELECT 1, 1.5, .5, 5., 1e9, 1E+9, 1.5e-3, .5e3 | SELECT ?, ?, ?, ?, ?, ?, ?, ?
          SELECT 0x4D, 0X4d, 0b01, 0B1, 007              | SELECT ?, ?, ?, ?, ?
          SELECT -5, +5, - 5, a-5, a - 5, (-5), a=-5     | SELECT -?, ?, ?, a-?, a - ?, (?), a=?
          LIMIT 10,20                                    | LIMIT ?,?
          SELECT DATE'2026-01-01', TIMESTAMP '2026-01-01 00:00:00', {d '2026-01-01'} | SELECT DATE?, TIMESTAMP ?, {d ?}
          SELECT a + INTERVAL '1' DAY, INTERVAL 1 HOUR   | SELECT a + INTERVAL ? DAY, INTERVAL ? HOUR
          a IS NULL OR b = TRUE AND c = DEFAULT          | a IS NULL OR b = TRUE AND c = DEFAULT
          WHERE a = ? AND b = :name                      | WHERE a = ? AND b = :name
          FROM orders_2024, 2024_orders, t1.2nd, t5.id   | FROM orders_2024, 2024_orders, t1.2nd, t5.id
          FROM `a b`, `x``y`.`select`, `1`, 会員, `会 員` | FROM `a b`, `x``y`.`select`, `1`, 会員, `会 員`
          SELECT @a, @@global.b, @`c d`, @'secret', @"s" | SELECT @a, @@global.b, @`c d`, @?, @?
          SELECT a /* secret */ FROM/**/t -- secret      | SELECT a FROM t
          SELECT a # secret                              | SELECT a
          SELECT a--1                                    | SELECT a-?
          SELECT /*+ MAX_EXECUTION_TIME(1000) */ a       | SELECT /*+ MAX_EXECUTION_TIME(?) */ a
          SELECT /*+ SET_VAR(x='*/ secret') */ a         | SELECT /*+ SET_VAR(x=?) */ a
          SELECT a /*+ no hint here */                   | SELECT a
          SELECT /*!40001 SQL_NO_CACHE */ a /*!80000 + 5 */ /*M!100100 , 'x' */ | SELECT SQL_NO_CACHE a + ? , ?
          SELECT /*! /* secret */ 1 */ * FROM t          | SELECT ? * FROM t
          SELECT a * /* secret */ b */ c                 | SELECT a * b */ c
          SELECT 'unterminated secret                    | SELECT ? …
          SELECT "unterminated secret                    | SELECT ? …
          SELECT `unterminated 'secret'                  | SELECT ? …
          SELECT a /* unterminated secret                | SELECT a
          SELECT 'secret\\                               | SELECT ? …
          SELECT $$secret 'x$$, $t$secret $$ $t$, a$b$c  | SELECT ?, ?, a$b$c
          SELECT a = 'C:\\' AND b = 'secret'             | SELECT a = ? …
          SELECT 'C:\\' + 'secret' + 'D:\\' + 'secret'   | SELECT ? …
          SELECT `a = 5 + 'secret' + `b`                 | SELECT ? …
          SELECT $$secret                                | SELECT ? …
          CREATE USER 'u'@'%' IDENTIFIED BY 'secret'     | CREATE USER ?@? IDENTIFIED BY ?
          ALTER USER u@localhost IDENTIFIED WITH p AS '*0A' | ALTER USER u@localhost IDENTIFIED WITH p AS ?
          SET PASSWORD FOR 'u'@'10.0.0.1' = 'secret'     | SET PASSWORD FOR ?@? = ?
          SET PASSWORD = PASSWORD('secret')              | SET PASSWORD = PASSWORD(?)
          CHANGE MASTER TO MASTER_PASSWORD='secret'      | CHANGE MASTER TO MASTER_PASSWORD=?
          LOAD DATA INFILE '/home/me' INTO TABLE t       | LOAD DATA INFILE ? INTO TABLE t
          SELECT 10.20.30.40, 1.5e, 12abc, 1e5abc, 12e   | SELECT ???, ?e, 12abc, ?, ?
          SELECT 1;                                      | SELECT ?;
          SELECT a; SELECT 'b'                           | SELECT a; SELECT ?
          """)
  void redactsInTheStandardMode(String statement, String expected) {
    assertThat(redact(statement, "", LONG)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ANSI_QUOTES          | SELECT "a b", 'x', "c""d" FROM "T"    | SELECT "a b", ?, "c""d" FROM "T"
          ANSI_QUOTES          | SELECT "a\\", 'x'                     | SELECT "a\\", ?
          ANSI_QUOTES          | SELECT "unterminated 'secret'         | SELECT ? …
          ANSI_QUOTES          | CREATE USER u IDENTIFIED BY "secret"  | CREATE USER u IDENTIFIED BY ?
          ANSI_QUOTES          | SET PASSWORD FOR "u"@"h" = "secret"   | SET PASSWORD FOR ?@? = ?
          ANSI_QUOTES          | SELECT password, "name" FROM users    | SELECT password, "name" FROM users
          ANSI_QUOTES          | SELECT x"41", _utf8"c"                | SELECT x"41", _utf8"c"
          NO_BACKSLASH_ESCAPES | SELECT 'C:\\', 'x'                    | SELECT ?, ?
          NO_BACKSLASH_ESCAPES | SELECT 'a\\''b', "c\\", d             | SELECT ?, ?, d
          """)
  void followsTheSqlMode(String mode, String statement, String expected) {
    assertThat(redact(statement, mode, LONG)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          IN (%8)                                  | IN (?, ?, ?, ?, ?, ?, ?, ?)
          IN (%9)                                  | IN (?, ?, ?, … 6 more)
          IN ( %1000 ) AND b = 1                   | IN ( ?, ?, ?, … 997 more ) AND b = ?
          f(a, %9)                                 | f(a, ?, ?, ?, … 6 more)
          f(%9, a, %9, b + 1)                      | f(?, ?, ?, … 6 more, a, ?, ?, ?, … 6 more, b + ?)
          f(%10 + a)                               | f(?, ?, ?, … 6 more, ? + a)
          f(NULL, %9, -1, 'x', true)               | f(NULL, ?, ?, … 10 more)
          IN ((1, 2), %(1, 2)20)                   | IN ((?, ?), (?, ?), (?, ?), … 18 more)
          VALUES %(1, now())8                      | VALUES (?, now()), (?, now()), (?, now()), (?, now()), (?, now()), (?, now()), (?, now()), (?, now())
          VALUES %(1, now())9                      | VALUES (?, now()), (?, now()), (?, now()), … 6 more
          VALUES %(1)20 ON DUPLICATE KEY UPDATE a = VALUES(a) | VALUES (?), (?), (?), … 17 more ON DUPLICATE KEY UPDATE a = VALUES(a)
          VALUES %ROW(1)10                         | VALUES ROW(?), ROW(?), ROW(?), … 7 more
          VALUES (%10), %(2)9                      | VALUES (?, ?, ?, … 7 more), (?), (?), … 7 more
          UPDATE a = VALUES(a), b = VALUES(b), c = VALUES(c), d = VALUES(d), e = VALUES(e), f = VALUES(f), g = VALUES(g), h = VALUES(h), i = VALUES(i), j = VALUES(j) | UPDATE a = VALUES(a), b = VALUES(b), c = VALUES(c), d = VALUES(d), e = VALUES(e), f = VALUES(f), g = VALUES(g), h = VALUES(h), i = VALUES(i), j = VALUES(j)
          SELECT (a), (b), (c), (d), (e), (f), (g), (h), (i), (j) | SELECT (a), (b), (c), (d), (e), (f), (g), (h), (i), (j)
          """)
  void longListsAreShortened(String pattern, String expected) {
    assertThat(redact(expanded(pattern), "", LONG)).isEqualTo(expected);
  }

  @Test
  void blanksInListsStayAsWritten() {
    assertThat(redact("IN (1,2 ,3\n,  4)", "", LONG)).isEqualTo("IN (?,? ,? , ?)");
    assertThat(redact("IN (" + "1,".repeat(999) + "1)", "", LONG))
        .isEqualTo("IN (?,?,?, … 997 more)");
  }

  @Test
  void theTextIsCutBetweenCharacters() {
    assertThat(redact("SELECT a", "", 8)).isEqualTo("SELECT a");
    assertThat(redact("SELECT ab", "", 8)).isEqualTo("SELECT …");
    assertThat(redact("SELECT ab", "", 1)).isEqualTo("…");
    assertThat(redact("a🚀b", "", 4)).isEqualTo("a🚀b");
    assertThat(redact("a🚀bc", "", 4)).isEqualTo("a🚀…");
    assertThat(redact("a🚀bc", "", 3)).isEqualTo("a…");
    assertThat(redact("", "", 1)).isEmpty();
  }

  /** A list is shortened before the text is cut, wherever its end is. */
  @Test
  void aLongListLeavesRoomForWhatFollows() {
    String list = IntStream.range(0, 200_000).mapToObj(i -> "'x'").collect(Collectors.joining(","));
    assertThat(redact("SELECT a FROM t WHERE b IN (" + list + ") AND c = 1", "", 80))
        .isEqualTo("SELECT a FROM t WHERE b IN (?,?,?, … 199997 more) AND c = ?");
    String rows = "(1, 'x', now()), ".repeat(100_000) + "(1)";
    assertThat(redact("INSERT INTO t VALUES " + rows + " RETURNING a", "", 120))
        .isEqualTo(
            "INSERT INTO t VALUES (?, ?, now()), (?, ?, now()), (?, ?, now()), … 99998 more"
                + " RETURNING a");
  }

  @Test
  void onlyTheRangeIsRead() {
    byte[] bytes = "xx'SELECT 12'".getBytes(StandardCharsets.UTF_8);
    assertThat(Redactor.redact(bytes, 3, 11, SqlMode.standard(), LONG)).isEqualTo("SELECT ?");
    assertThat(Redactor.redact(bytes, 3, 3, SqlMode.standard(), LONG)).isEmpty();
    assertThatThrownBy(() -> Redactor.redact(bytes, 3, 99, SqlMode.standard(), LONG))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Redactor.redact(bytes, 0, 3, SqlMode.standard(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxChars");
  }

  @Test
  void brokenUtf8IsReplacedInNamesAndGoneInLiterals() {
    byte[] bytes = {'a', (byte) 0xff, ' ', '\'', (byte) 0xfe, '\''};
    assertThat(Redactor.redact(bytes, 0, 6, SqlMode.standard(), LONG)).isEqualTo("a\ufffd ?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "((1,",
        "a,",
        "1,",
        "'x'),",
        "/*! ",
        "/*+ ",
        "SELECT /*+ ",
        "$a",
        "$a$",
        "- ",
        "--",
        "@",
        "`a`",
        "VALUES ",
        "VALUES (",
        "VALUES (a),",
        "x'",
        "_a ",
        "0x",
        "1e",
        "1e+",
        ".",
        "\\",
        "*/",
        "#\n"
      })
  void timeGrowsWithTheLength(String piece) {
    String statement = piece.repeat(1_000_000 / piece.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(redact(statement, "", 500)).hasSizeLessThanOrEqualTo(500);
          assertThat(redact(statement, "", 2_000_000)).hasSizeLessThanOrEqualTo(2_000_000);
        });
  }

  private static String redact(String statement, String mode, int maxChars) {
    byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
    return Redactor.redact(bytes, 0, bytes.length, SqlMode.parse(mode), maxChars);
  }

  /** {@code %9} stands for nine numbers, {@code %(1)9} for nine times what is before the 9. */
  private static String expanded(String pattern) {
    return Pattern.compile("%((?:ROW)?\\([^%]*?\\)+)?([0-9]+)")
        .matcher(pattern)
        .replaceAll(
            match ->
                IntStream.range(0, Integer.parseInt(match.group(2)))
                    .mapToObj(i -> match.group(1) == null ? String.valueOf(i) : match.group(1))
                    .collect(Collectors.joining(", ")));
  }
}
