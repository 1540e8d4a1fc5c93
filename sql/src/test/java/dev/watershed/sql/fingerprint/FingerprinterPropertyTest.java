package dev.watershed.sql.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every statement, over generated ones and over bytes without any sense. */
@Tag("long")
class FingerprinterPropertyTest {
  private static final int STATEMENTS = 3_000;

  @ParameterizedTest
  @ValueSource(strings = {"", "ANSI", "NO_BACKSLASH_ESCAPES,HIGH_NOT_PRECEDENCE", "IGNORE_SPACE"})
  void agreesWithTheReference(String sqlMode) {
    SqlMode mode = SqlMode.parse(sqlMode);
    StatementGenerator generator = new StatementGenerator(mode);
    Fingerprinter fingerprinter = new Fingerprinter(mode);
    for (int i = 0; i < STATEMENTS; i++) {
      byte[] statement = utf8(generator.statement(i, i));
      assertThat(whole(fingerprinter, statement))
          .describedAs(() -> new String(statement, StandardCharsets.UTF_8))
          .isEqualTo(ReferenceFingerprinter.digest(statement, mode));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ANSI", "NO_BACKSLASH_ESCAPES"})
  void aCanonicalTextIsItsOwn(String sqlMode) {
    SqlMode mode = SqlMode.parse(sqlMode);
    StatementGenerator generator = new StatementGenerator(mode);
    for (int i = 0; i < STATEMENTS; i++) {
      Fingerprint fingerprint = Fingerprints.of(generator.statement(i, i), mode);
      assertThat(Fingerprints.of(fingerprint.text(), SqlMode.standard())).isEqualTo(fingerprint);
    }
  }

  @Test
  void spellingDoesNotMatter() {
    StatementGenerator generator = new StatementGenerator(SqlMode.standard());
    Fingerprinter fingerprinter = new Fingerprinter(SqlMode.standard());
    for (int i = 0; i < STATEMENTS; i++) {
      byte[] one = utf8(generator.statement(i, 1));
      byte[] other = utf8(generator.statement(i, 2));
      assertThat(whole(fingerprinter, one))
          .describedAs(
              () ->
                  new String(one, StandardCharsets.UTF_8)
                      + "\n"
                      + new String(other, StandardCharsets.UTF_8))
          .isEqualTo(whole(fingerprinter, other));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 17, 64})
  void cutsIntoFeedsDoNotMatter(int longest) {
    StatementGenerator generator = new StatementGenerator(SqlMode.standard());
    Fingerprinter fingerprinter = new Fingerprinter(SqlMode.standard());
    Random random = new Random(longest);
    for (int i = 0; i < STATEMENTS; i++) {
      byte[] statement = utf8(generator.statement(i, longest));
      assertSameInPieces(fingerprinter, statement, random, longest);
    }
  }

  @Test
  void anyBytesGiveTheSameDigestInAnyPieces() {
    Fingerprinter fingerprinter = new Fingerprinter(SqlMode.standard());
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      assertSameInPieces(fingerprinter, nonsense(random), random, 5);
    }
  }

  @Test
  void anyBytesGiveATextThatIsItsOwn() {
    Random random = new Random(12);
    for (int i = 0; i < 20_000; i++) {
      byte[] statement = nonsense(random);
      Fingerprint fingerprint = Fingerprints.of(statement, SqlMode.standard());
      if (!fingerprint.truncated()) {
        assertThat(Fingerprints.of(fingerprint.text(), SqlMode.standard()))
            .describedAs(() -> Arrays.toString(statement) + " " + fingerprint.text())
            .isEqualTo(fingerprint);
      }
      Fingerprints.ofDigestText(new String(statement, StandardCharsets.UTF_8));
    }
  }

  @Test
  void digestsDoNotCollide() {
    int count = 2_000_000;
    long[] digests = new long[count];
    Fingerprinter fingerprinter = new Fingerprinter(SqlMode.standard());
    byte[] statement = utf8("SELECT c0000000 FROM t000 JOIN u0 USING (k) WHERE a = 1");
    for (int i = 0; i < count; i++) {
      int number = i / 2;
      for (int digit = 14; digit >= 8; digit--) {
        statement[digit] = (byte) ('0' + number % 10);
        number /= 10;
      }
      statement[22] = (byte) ('t' + (i & 1));
      digests[i] = whole(fingerprinter, statement);
    }
    Arrays.sort(digests);
    for (int i = 1; i < count; i++) {
      assertThat(digests[i]).isNotEqualTo(digests[i - 1]);
    }
  }

  private static void assertSameInPieces(
      Fingerprinter fingerprinter, byte[] statement, Random random, int longest) {
    long whole = whole(fingerprinter, statement);
    Fingerprint withText = Fingerprints.of(statement, SqlMode.standard());
    assertThat(whole)
        .describedAs(() -> new String(statement, StandardCharsets.ISO_8859_1))
        .isEqualTo(withText.digest());
    byte[] surrounded = new byte[statement.length + 80];
    random.nextBytes(surrounded);
    System.arraycopy(statement, 0, surrounded, 40, statement.length);
    int end = 40 + statement.length;
    fingerprinter.begin();
    int from = 40;
    int to = from;
    while (to < end) {
      to = Math.min(end, to + 1 + random.nextInt(longest));
      from = fingerprinter.feed(surrounded, from, to, to == end);
      if (to == end || surrounded[to - 1] == '\n') {
        assertThat(from).isEqualTo(to);
      }
    }
    if (statement.length == 0) {
      fingerprinter.feed(surrounded, from, to, true);
    }
    assertThat(fingerprinter.digest())
        .describedAs(() -> new String(statement, StandardCharsets.ISO_8859_1))
        .isEqualTo(whole);
  }

  /** Pieces of SQL, in no order, with bytes that are no text. */
  private static byte[] nonsense(Random random) {
    String[] pieces = {
      "'",
      "\"",
      "`",
      "\\",
      "/*",
      "*/",
      "--",
      "#",
      "\n",
      " ",
      "(",
      ")",
      ",",
      ".",
      "?",
      "...",
      "@",
      "@@",
      ";",
      "-",
      "+",
      "0x",
      "0b1",
      "1e",
      "1.5",
      "12",
      "x'",
      "n'",
      "_utf8",
      "$",
      "$a$",
      "/*!",
      "/*!50000 ",
      "/*!99999",
      "/*+",
      "SELECT",
      "in",
      "null",
      "is",
      "not",
      "order by",
      "group by",
      "rollup",
      "limit",
      "values",
      "now",
      "count",
      "a",
      "é",
      "\u0000",
      ":=",
      "<=>",
      "->>",
      "*",
      "/",
      "%",
      "=",
      "&&",
      "||",
      "!",
      "abcdefghi",
      "current_timestamp",
      "a_name_of_more_than_16_bytes"
    };
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(14);
    for (int i = 0; i < count; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    byte[] bytes = utf8(text.toString());
    if (bytes.length > 0 && random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static long whole(Fingerprinter fingerprinter, byte[] statement) {
    byte[] padded = Arrays.copyOf(statement, statement.length + 32);
    fingerprinter.begin();
    assertThat(fingerprinter.feed(padded, 0, statement.length, true)).isEqualTo(statement.length);
    return fingerprinter.digest();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
