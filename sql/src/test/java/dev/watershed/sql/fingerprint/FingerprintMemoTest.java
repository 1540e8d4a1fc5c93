package dev.watershed.sql.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintMemoTest {

  private static final String COLUMNS =
      "SELECT t0_.id AS id_0, t0_.name AS name_1, t0_.area_code AS area_code_2, t0_.price AS p_3,"
          + " t0_.created_at AS created_at_4, t0_.updated_at AS updated_at_5, t0_.status AS s_6,"
          + " t0_.body AS body_7, t0_.version AS version_8, t0_.kind AS kind_9 FROM plans t0_";
  private static final String INSERT =
      "INSERT INTO `booking_plans_with_a_long_name` (`area_code`, `amount`, `created_at`, `memo`,"
          + " `quantity`, `status`, `parent_id`, `channel`, `discount`, `tax_rate`, `title`,"
          + " `locale`, `member_id`) VALUES ";

  @ParameterizedTest(name = "{0} ~ {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~ WHERE a = 1~               | ~ WHERE a = 22.5~                | true
          ~ WHERE a = 'x'~             | ~ WHERE a = 'it''s \\' so'~      | true
          ~ WHERE a IN (1, 2, 3)~      | ~ WHERE a IN (7)~                | true
          ~ WHERE a IN (1)~            | ~ WHERE a IN ('x','y', -5)~      | true
          ~ WHERE f(1, 2) = b~         | ~ WHERE f(1, 2, 3) = b~          | true
          ~ WHERE f(1, 2) = b~         | ~ WHERE f(1) = b~                | false
          ~ WHERE a = 1~               | ~ WHERE a = 1e5~                 | false
          ~ WHERE a = 1~               | ~ WHERE a = 0x1F~                | false
          ~ WHERE a = 1~               | ~ WHERE a = 'x'~                 | false
          ~ WHERE a = 1~               | ~ WHERE a = b~                   | false
          ~ WHERE a1 = 1~              | ~ WHERE a2 = 1~                  | false
          ~ WHERE `a1` = 1~            | ~ WHERE `a2` = 1~                | false
          ~ WHERE a = "1"~             | ~ WHERE a = "2"~                 | false
          ~ WHERE a = N'x'~            | ~ WHERE a = N'y'~                | false
          ~ WHERE a = 1 AND b = 2~     | ~ WHERE a = 1 AND b = 2 OR c~    | false
          ~ WHERE a = 'x' AND b = 2~   | ~ WHERE a = 'x AND b = 2~        | false
          ~ WHERE a = @v1~             | ~ WHERE a = @v2~                 | false
          ~ GROUP BY 1~                | ~ GROUP BY 2~                    | false
          ~ ORDER BY a, 1 LIMIT 5, 6~  | ~ ORDER BY a, 2 LIMIT 5, 6~      | false
          ~ ORDER BY a, 1 LIMIT 5, 6~  | ~ ORDER BY a, 1 LIMIT 7, 8~      | true
          ~ ORDER BY (SELECT a FROM b LIMIT 1), 1~ | ~ ORDER BY (SELECT a FROM b LIMIT 1), 2~ | false
          ~ WHERE (SELECT a FROM b ORDER BY 1 LIMIT 1) = 1~ | ~ WHERE (SELECT a FROM b ORDER BY 1 LIMIT 1) = 2~ | true
          """)
  void onlyWhatStandsInLiteralsMayDiffer(String first, String second, boolean same) {
    FingerprintMemo memo = new FingerprintMemo(SqlMode.standard());
    long digest = remember(memo, COLUMNS + first, SqlMode.standard());
    assertThat(find(memo, COLUMNS + first)).as("itself").isEqualTo(digest);
    assertThat(find(memo, COLUMNS + second)).isEqualTo(same ? digest : FingerprintMemo.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~(1, 'a', NULL)~             | ~(2, 'b', -3.5),(4, null, 'c')~     | true
          ~(1, 'a'),~                  | ~(1, 'a'),~                          | true
          ~(1)~                        | ~(2), (3)~                           | true
          ~(1)~                        | ~(1, 2)~                             | false
          ~(1, 'a')~                   | ~(1, NOW())~                         | false
          ~(1, 'a') ON DUPLICATE KEY UPDATE a = VALUES(a)~ | ~(2, 'b'),(3, 'c') ON DUPLICATE KEY UPDATE a = VALUES(a)~ | true
          """)
  void rowsOfLiteralsAreOne(String first, String second, boolean same) {
    FingerprintMemo memo = new FingerprintMemo(SqlMode.standard());
    long digest = remember(memo, INSERT + first, SqlMode.standard());
    assertThat(find(memo, INSERT + second)).isEqualTo(same ? digest : FingerprintMemo.UNKNOWN);
  }

  @Test
  void shortStatementsAndThoseWithCommentsAreNotRemembered() {
    FingerprintMemo memo = new FingerprintMemo(SqlMode.standard());
    for (String statement :
        new String[] {"SELECT 1", COLUMNS + " /* tag */ WHERE a = 1", COLUMNS + " -- x\n"}) {
      remember(memo, statement, SqlMode.standard());
      assertThat(find(memo, statement)).isEqualTo(FingerprintMemo.UNKNOWN);
    }
  }

  @Test
  void statementsWithOneBeginningAreRememberedBesideEachOther() {
    FingerprintMemo memo = new FingerprintMemo(SqlMode.standard());
    String[] ends = {" WHERE a = 1", " WHERE b = 1", " WHERE c = 1 AND d = 'x'"};
    for (String end : ends) {
      remember(memo, COLUMNS + end, SqlMode.standard());
    }
    for (String end : ends) {
      assertThat(find(memo, COLUMNS + end))
          .isEqualTo(Fingerprints.of(COLUMNS + end, SqlMode.standard()).digest());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~SELECT a FROM t WHERE b = 'it is long' AND c = 4711~ | ~SELECT a FROM t WHERE b = 'x' AND c = 1~
          ~SELECT a FROM t WHERE b IN (1, 2, 3) LIMIT 10~ | ~SELECT a FROM t WHERE b IN (1) LIMIT 1~
          ~INSERT INTO t VALUES (1, 'a'), (2, 'b')~ | ~INSERT INTO t VALUES (1,1)~
          ~INSERT INTO t VALUES (1), (2)~ | ~INSERT INTO t VALUES (1)~
          """)
  void theShortestStatementOfAPatternHasItsDigest(String statement, String shortest) {
    byte[] bytes = bytes(statement);
    byte[] found =
        new FingerprintMemo(SqlMode.standard()).shortest(bytes, 0, bytes.length - 64).orElseThrow();
    assertThat(new String(found, StandardCharsets.UTF_8)).isEqualTo(shortest);
    assertThat(Fingerprints.of(found, SqlMode.standard()).digest())
        .isEqualTo(Fingerprints.of(statement, SqlMode.standard()).digest());
  }

  /** Whatever the memo says of random statements is what the lexer says. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES"})
  void neverContradictsTheLexer(String modes) {
    SqlMode mode = SqlMode.parse(modes);
    FingerprintMemo memo = new FingerprintMemo(mode);
    Random random = new Random(17);
    String[] pieces = {
      "1",
      "22",
      "4.5",
      "'a'",
      "'b c'",
      "'it''s'",
      "'\\''",
      "\"q\"",
      "`n1`",
      "a1",
      "b",
      "0x1F",
      "1e5",
      "N'x'",
      "NULL",
      "-",
      "-3",
      "IN (",
      "(",
      ")",
      ", ",
      ",",
      " VALUES (",
      " = ",
      " AND ",
      " ORDER BY ",
      " GROUP BY ",
      " LIMIT ",
      ".",
      "@v",
      "\n",
      "'C:\\",
      "LIMIT ",
      "_utf8'x'",
      "5a",
      "+ "
    };
    int known = 0;
    for (int round = 0; round < 200_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? COLUMNS : INSERT);
      for (int i = random.nextInt(4); i >= 0; i--) {
        text.append(' ').append(pieces[random.nextInt(pieces.length)]);
      }
      byte[] bytes = bytes(text + ";\n");
      int end = bytes.length - 64;
      int length = end - 2;
      Fingerprinter fingerprinter = new Fingerprinter(mode);
      fingerprinter.begin();
      int fed = fingerprinter.feed(bytes, 0, end, false);
      boolean open = fingerprinter.open();
      fingerprinter.feed(bytes, fed, end, true);
      long found = memo.find(bytes, 0, length);
      if (found != FingerprintMemo.UNKNOWN) {
        known++;
        assertThat(found).as(text.toString()).isEqualTo(fingerprinter.digest());
        assertThat(open).as(text.toString()).isFalse();
      } else if (!open) {
        memo.remember(bytes, 0, length, fingerprinter.digest());
      }
    }
    assertThat(known).isGreaterThan(300);
  }

  private static long remember(FingerprintMemo memo, String statement, SqlMode mode) {
    byte[] bytes = bytes(statement);
    long digest = Fingerprints.of(statement, mode).digest();
    memo.remember(bytes, 0, bytes.length - 64, digest);
    return digest;
  }

  private static long find(FingerprintMemo memo, String statement) {
    byte[] bytes = bytes(statement);
    return memo.find(bytes, 0, bytes.length - 64);
  }

  private static byte[] bytes(String statement) {
    byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, bytes.length + 64);
  }
}
