package dev.watershed.sql.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.sql.SqlMode;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "select id, amount from orders where member_id = 7 and status = 'open' order by created_at"
            + " desc limit 10 | SELECT id, amount FROM orders WHERE member_id = ? AND STATUS = ?"
            + " ORDER BY created_at DESC LIMIT ?",
        "select -5, a from t where a = -5 and d - 5 = e - -5"
            + " | SELECT ?, a FROM t WHERE a = ? AND d - ? = e - ?",
        "insert into t (a, b) values (1, null), (2, 'x') | INSERT INTO t (a, b) VALUES (...)",
        "select f(1), count(*) from t where a in (1) or b in (1, 2)"
            + " | SELECT f(?), COUNT(*) FROM t WHERE a IN (...) OR b IN (...)",
        "select `order`.`a b`, t.`status`, `x` | SELECT `order`.`a b`, t.status, x",
        "select a from t order by 1, b limit 5, 6 | SELECT a FROM t ORDER BY 1, b LIMIT ?, ...",
        "select @a, @@global.x, 'a' 'b', now(), current_timestamp"
            + " | SELECT @?, @@GLOBAL.x, ? ?, NOW(), CURRENT_TIMESTAMP",
        "/* c */ select /*+ MAX_EXECUTION_TIME(9) */ 1 -- d | SELECT /*+ MAX_EXECUTION_TIME (?) */ ?",
        "select a<=>b, a<=b, a<>b, a<<b, a<b, a>=b, a>>b, a>b, a&&b, @a:=b, a->'$.x', a->>'$.x'"
            + " | SELECT a <=> b, a <= b, a != b, a << b, a < b, a >= b, a >> b, a > b, a && b,"
            + " @? := b, a -> ?, a ->> ?",
        "select `1a`, `$a`, `a$1`, `select` from t | SELECT `1a`, `$a`, a$1, `select` FROM t",
      })
  void showsTheCanonicalText(String statement, String text) {
    Fingerprint fingerprint = Fingerprints.of(statement, SqlMode.standard());
    assertThat(fingerprint.text()).isEqualTo(text);
    assertThat(Fingerprints.of(text, SqlMode.standard())).isEqualTo(fingerprint);
  }

  @Test
  void readsAServersDigestText() {
    Fingerprint ofText = Fingerprints.ofDigestText("SELECT `a` . `b` , NOW ( ) FROM `t` LIMIT ?");
    assertThat(ofText).isEqualTo(Fingerprints.of("select a.b, now() from t limit 3", mode("")));
    assertThat(Fingerprints.ofDigestText("SELECT `a` , ...").truncated()).isTrue();
    assertThat(Fingerprints.ofDigestText("SELECT ?, ...").truncated()).isFalse();
  }

  /** MySQL counts the steps of a prepared statement under words of their own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PREPARE SELECT `a` FROM `t`    | SELECT a FROM t
          EXECUTE SELECT `a` FROM `t`    | SELECT a FROM t
          DEALLOCATE SELECT `a` FROM `t` | SELECT a FROM t
          PREPARE `s` FROM ?             | PREPARE s FROM ?
          EXECUTE `s`                    | EXECUTE s
          DEALLOCATE PREPARE `s`         | DEALLOCATE PREPARE s
          DEALLOCATE PREPARE SELECT `a`  | PREPARE SELECT a
          COMMIT                         | COMMIT
          """)
  void theStepsOfAPreparedStatementAreTheStatement(String serverDigestText, String text) {
    assertThat(Fingerprints.ofDigestText(serverDigestText).text()).isEqualTo(text);
  }

  /** Two bytes a token, and two and its own an identifier; the next may need 68. */
  @ParameterizedTest
  @CsvSource({
    "SELECT `a` FROM `t`, 82, false",
    "SELECT `a` FROM `t`, 81, true",
    "SELECT `abc` FROM `t`, 84, false",
    "SELECT `abc` FROM `t`, 83, true",
  })
  void aTextThatMayHaveFilledItsBufferIsTruncated(String text, int length, boolean truncated) {
    assertThat(Fingerprints.ofDigestText(text, length).truncated()).isEqualTo(truncated);
  }

  /** Bytes between back-ticks; what is no UTF-8 becomes U+FFFD, one for each beginning. */
  @ParameterizedTest
  @CsvSource({
    "c3a9, \u00E9",
    "e4bc9a, \u4F1A",
    "f09f8c8a, \uD83C\uDF0A",
    "c3, \uFFFD",
    "c361, \uFFFDa",
    "c080, \uFFFD\uFFFD",
    "e08080, \uFFFD\uFFFD\uFFFD",
    "e0a080, \u0800",
    "ed9fbf, \uD7FF",
    "eda080, \uFFFD\uFFFD\uFFFD",
    "f0908080, \uD800\uDC00",
    "f08f8080, \uFFFD\uFFFD\uFFFD\uFFFD",
    "f48fbfbf, \uDBFF\uDFFF",
    "f4908080, \uFFFD\uFFFD\uFFFD\uFFFD",
    "ff61, \uFFFDa",
  })
  void namesAreReadAsUtf8(String bytes, String name) {
    byte[] statement = HexFormat.of().parseHex("53454c45435420" + "60" + bytes + "60");
    assertThat(Fingerprints.of(statement, mode("")).text()).isEqualTo("SELECT " + name);
  }

  @Test
  void idsAreSixteenDigits() {
    assertThat(Fingerprints.idOf(0xABCL)).isEqualTo("0000000000000abc");
    assertThat(Fingerprints.parseId("fffffffffffffabc")).isEqualTo(0xFFFFFFFFFFFFFABCL);
    assertThatThrownBy(() -> Fingerprints.parseId("abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("abc");
  }

  private static SqlMode mode(String words) {
    return SqlMode.parse(words);
  }
}
