package dev.watershed.sql.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.sql.SqlMode;
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
