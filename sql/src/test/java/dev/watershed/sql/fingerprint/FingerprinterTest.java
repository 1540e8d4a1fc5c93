package dev.watershed.sql.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watershed.sql.SqlMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of statements that are one, pairs that are two, and what a feed tells its caller. */
class FingerprinterTest {
  private final Fingerprinter fingerprinter = new Fingerprinter(SqlMode.standard());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "select 1 | SELECT 'x'",
        "select a from t where a = -5 | select a from t where a = 5",
        "select a from t where a = -? | select a from t where a = -5",
        "select 1, 2 | select NULL, 2, x'41'",
        "select a from t where b in (1) | select a from t where b in (1, 'x', null)",
        "insert into t values (1, 2) | insert into t values (3, 4), (5, 6)",
        "insert into t values (1) | insert into t values (3), (null)",
        "select a from t where (a, b) in ((1, 2)) | select a from t where (a, b) in ((1, 2), (3, 4))",
        "select substr(a, 1) from t | select mid(a, 2) from t",
        "select a from t where a <> 1 | select a from t where a != 2",
        "select a from t; | select a from t ; ",
        "select `a` from `t` | select a from t",
        "select t.`status` from t | select t.status from t",
        "select 1 /* c */ from t | select /*! 1 from */ t -- d",
        "select x'41', b'1', 0x41 | select 1e5, N'x', .5",
        "select a from t where b = \"it's\" | select a from t where b = 'x'''",
        "select @a | select @b",
        "select a from t where b = $$it's$$ | select a from t where b = $c$ $d$ -- $$ $c$",
        "select a /*!40000 , b */ from t | select a, b from t",
        "select a /*!080000 , b */ from t | select a, b from t",
        "select a /*!4000 */ from t | select a 5 from t",
        "select a /*!4000012 */ from t | select a 5 from t",
        "select a /*!999999 , b */ from t | select a from t",
      })
  void areOne(String one, String other) {
    assertThat(digest(one)).isEqualTo(digest(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "select a from t | select A from t",
        "select a from t | select a from t2",
        "select t5.id from t5 | select t6.id from t6",
        "select status from t | select `status` from t",
        "select 1 | select 1, 2",
        "select f(1) | select f(1, 2)",
        "select a from t limit 1, 2 | select a from t limit 1 offset 2",
        "select a from t order by 1 | select a from t order by 2",
        "select a from t where b in (1, c) | select a from t where b in (1)",
        "select a from t where b is null | select a from t where b = null",
        "select count(a) from t | select count (a) from t",
        "select a - 5 from t | select a from t",
        "select a from t where b = -c | select a from t where b = c",
        "select /*+ BKA(t) */ 1 | select 1",
        "select true | select 1",
        "select 1; select 2 | select 1",
        "select a from (select b from t order by 1) c | select a from (select b from t order by 2) c",
        "select a from t where b = $c$ d $$ | select a from t where b = $c$ d $c$",
        "select a from t where b = $c$ d $c$ and c = 1 | select a from t where b = $c$ d $c$",
        "select a from t order by (select b from u order by 1)"
            + " | select a from t order by (select b from u order by 2)",
      })
  void areTwo(String one, String other) {
    assertThat(digest(one)).isNotEqualTo(digest(other));
  }

  @Test
  void lettersBeyondSixteenBytesCount() {
    String name = "a_name_of_more_than_24_bytes";
    for (int i = 0; i < name.length(); i++) {
      String other =
          name.substring(0, i) + (name.charAt(i) == 'x' ? 'y' : 'x') + name.substring(i + 1);
      assertThat(digest("select " + name)).isNotEqualTo(digest("select " + other));
    }
  }

  @Test
  void aDigestIsTheSameForever() {
    assertThat(Fingerprints.idOf(digest("select id from orders where member_id = 7")))
        .isEqualTo(Fingerprints.idOf(digest("SELECT id FROM orders WHERE member_id = ?")))
        .isEqualTo("c1f1a633aaed8c7f");
  }

  @Test
  void aStringStaysOpenBetweenFeeds() {
    byte[] first = utf8("select 'a; b ");
    byte[] second = utf8("-- c' from t");
    fingerprinter.begin();
    assertThat(fingerprinter.feed(first, 0, first.length, false)).isEqualTo(first.length);
    assertThat(fingerprinter.open()).isTrue();
    fingerprinter.feed(second, 0, second.length, true);
    assertThat(fingerprinter.open()).isFalse();
    assertThat(fingerprinter.digest()).isEqualTo(digest("select 'x' from t"));
  }

  @Test
  void aTokenThatMayGoOnStaysUnconsumed() {
    byte[] bytes = utf8("select abc");
    fingerprinter.begin();
    assertThat(fingerprinter.feed(bytes, 0, bytes.length, false)).isEqualTo(7);
    assertThat(fingerprinter.open()).isFalse();
    fingerprinter.feed(bytes, 7, bytes.length, true);
    assertThat(fingerprinter.digest()).isEqualTo(digest("select abc"));
  }

  @Test
  void aHugeLiteralNeedsNoMemory() {
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) 'f');
    for (String opening : new String[] {"insert into t values (0x", "insert into t values ('"}) {
      byte[] begin = utf8(opening);
      byte[] end = utf8(opening.endsWith("'") ? "')" : ")");
      fingerprinter.begin();
      fingerprinter.feed(begin, 0, begin.length - 2, false);
      byte[] joined = Arrays.copyOf(begin, begin.length + 2000);
      Arrays.fill(joined, begin.length, joined.length, (byte) 'f');
      int from = begin.length - 2;
      from = fingerprinter.feed(joined, from, joined.length, false);
      assertThat(from).isEqualTo(joined.length);
      for (int i = 0; i < 100; i++) {
        assertThat(fingerprinter.feed(piece, 0, piece.length, false)).isEqualTo(piece.length);
      }
      fingerprinter.feed(end, 0, end.length, true);
      assertThat(fingerprinter.digest()).isEqualTo(digest("insert into t values (1)"));
    }
  }

  @Test
  void findsTheCommentsAtBothEnds() {
    assertThat(comments("/* a=1 */ select 1 /* mid */ + 2 /*b='2'*/ ;"))
        .containsExactly(" a=1 ", "b='2'");
    assertThat(comments("select /*+ BKA(t) */ 1")).containsExactly("", "");
    assertThat(comments("/*!40000 select */ 1 # x\n/*c*/")).containsExactly("", "c");
    assertThat(comments("/*only*/")).containsExactly("only", "");
    assertThat(comments("-- x\n /*a*/ /*b*/ select 1")).containsExactly("a", "");
  }

  @Test
  void cutsTheTextButNotTheDigest() {
    byte[] statement = utf8("select a, b, c from t where d = 'x'");
    fingerprinter.beginWithText(12);
    fingerprinter.feed(statement, 0, statement.length, true);
    assertThat(fingerprinter.text()).isEqualTo("SELECT a, b,");
    assertThat(fingerprinter.textTruncated()).isTrue();
    assertThat(fingerprinter.digest()).isEqualTo(digest("select a, b, c from t where d = 1"));
    fingerprinter.beginWithText(0);
    fingerprinter.feed(statement, 0, statement.length, true);
    assertThat(fingerprinter.text()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> fingerprinter.beginWithText(-1));
  }

  private String[] comments(String statement) {
    byte[] bytes = utf8(statement);
    fingerprinter.begin();
    fingerprinter.feed(bytes, 0, bytes.length, true);
    return new String[] {
      body(bytes, fingerprinter.leadingCommentFrom(), fingerprinter.leadingCommentTo()),
      body(bytes, fingerprinter.trailingCommentFrom(), fingerprinter.trailingCommentTo())
    };
  }

  private static String body(byte[] bytes, int from, int to) {
    return from < 0 ? "" : new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private long digest(String statement) {
    Fingerprinter fresh = new Fingerprinter(SqlMode.standard());
    byte[] bytes = utf8(statement);
    fresh.begin();
    fresh.feed(bytes, 0, bytes.length, true);
    return fresh.digest();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from t where b = 'C:\\' and c = 'secret'",
        "select a from t where b = 'C:\\' and c = 'secret' and b = 'D:\\' and c = 'secret'",
        "select a from t where b = 5 and c = 'never closed, secret",
        "select a from t where b = -5 and c = \"never closed, secret",
        "select a from t where b = 1 and `secret = 'x' and `c` = 1",
        "select a from t where b = 'x' and c = 2 /* secret",
      })
  void aTextThatIsMisreadEndsWithItsFirstLiteral(String statement) {
    Fingerprint fingerprint = Fingerprints.of(statement, SqlMode.standard());
    assertThat(fingerprint.text()).isEqualTo("SELECT a FROM t WHERE b = ?");
    assertThat(fingerprint.truncated()).isTrue();
    assertThat(fingerprint.digest())
        .isNotEqualTo(Fingerprints.of(fingerprint.text(), SqlMode.standard()).digest());
  }

  @Test
  void aNameThatLooksLikeAPieceOfAStatementEndsAMisreadTextToo() {
    assertThat(Fingerprints.of("select `secret from t where a = `b`", SqlMode.standard()).text())
        .isEqualTo("SELECT");
  }

  /** Whatever the texts were that it was told by: who has a digest has its text. */
  @Test
  void oneDigestHasOneTextAlsoWhereItIsMisread() {
    String read = "select a from t where b = 'x' and c = 'y'";
    String cut = "select a from t where b = 'x' and c = 'y";
    Fingerprint whole = Fingerprints.of(read, SqlMode.standard());
    Fingerprint misread = Fingerprints.of(cut, SqlMode.standard());
    assertThat(whole.text()).isEqualTo("SELECT a FROM t WHERE b = ? AND c = ?");
    assertThat(misread.digest()).isNotEqualTo(whole.digest());
    assertThat(Fingerprints.of(cut + " and more", SqlMode.standard())).isEqualTo(misread);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from t where b = '\\'' and c = 'x\\\\'",
        "insert into t values (\\N, 1)",
        "select \\N",
        "select a from t -- 'open",
        "select a from t where b = \"\\\"\"",
      })
  void whatEscapesWhereItMayIsNotMisread(String statement) {
    Fingerprint fingerprint = Fingerprints.of(statement, SqlMode.standard());
    assertThat(fingerprint.truncated()).isFalse();
    assertThat(Fingerprints.of(fingerprint.text(), SqlMode.standard())).isEqualTo(fingerprint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"select \\N'x'", "select \\ N", "select \\n", "select \\Nx"})
  void aBackslashBeforeAnythingElseIsMisread(String statement) {
    assertThat(Fingerprints.of(statement, SqlMode.standard()).truncated()).isTrue();
  }
}
