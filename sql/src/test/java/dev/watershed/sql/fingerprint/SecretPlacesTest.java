package dev.watershed.sql.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPlacesTest {
  private static final SqlMode ANSI = SqlMode.parse("ANSI_QUOTES");

  /** Wherever a statement may have a password; each {@code #} is one. */
  static final List<String> STATEMENTS =
      List.of(
          "CREATE USER u IDENTIFIED BY #",
          "create user if not exists 'u'@'h' identified by #, v@h identified by # password expire",
          "CREATE USER \"u\"@\"h\" IDENTIFIED WITH caching_sha2_password BY # REQUIRE SSL",
          "CREATE USER u IDENTIFIED WITH 'caching_sha2_password' AS #",
          "CREATE USER u IDENTIFIED BY # AND IDENTIFIED WITH p2 AS #",
          "CREATE USER u IDENTIFIED WITH p INITIAL AUTHENTICATION IDENTIFIED BY #",
          "CREATE USER u IDENTIFIED BY PASSWORD #",
          "CREATE USER u IDENTIFIED VIA ed25519 USING #",
          "CREATE OR REPLACE USER u IDENTIFIED VIA ed25519 USING PASSWORD(#) OR p USING #",
          "ALTER USER u IDENTIFIED BY # REPLACE # RETAIN CURRENT PASSWORD",
          "ALTER USER USER() IDENTIFIED /* new */ BY -- it\n #",
          "GRANT ALL ON *.* TO u@\"%\" IDENTIFIED BY # WITH GRANT OPTION",
          "SET PASSWORD = #",
          "SET PASSWORD := #",
          "set password for 'u'@'h' = #",
          "SET PASSWORD FOR \"u\"@\"h\"=# REPLACE #",
          "SET PASSWORD FOR u = PASSWORD(#)",
          "SET PASSWORD FOR u = OLD_PASSWORD ( # )",
          "SET STATEMENT max_statement_time = 1 FOR ALTER USER u IDENTIFIED BY #",
          "CHANGE MASTER TO MASTER_HOST = 'h', MASTER_USER = 'u', MASTER_PASSWORD = #",
          "CHANGE MASTER 'c' TO master_password=#, MASTER_PORT = 3306",
          "CHANGE REPLICATION SOURCE TO SOURCE_USER = 'u', SOURCE_PASSWORD = #",
          "START REPLICA USER = 'u' PASSWORD = #",
          "START SLAVE UNTIL SQL_AFTER_GTIDS = 'g' USER = 'u' PASSWORD = #",
          "START GROUP_REPLICATION USER = 'u', PASSWORD = #",
          "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (USER 'u', PASSWORD #, PORT 1)",
          "CREATE OR REPLACE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (PASSWORD #)",
          "ALTER SERVER s OPTIONS (PASSWORD #)",
          "CLONE INSTANCE FROM u@h:3306 IDENTIFIED BY #",
          "ATLER USER u IDENTIFIED BY #",
          "SELECT 1; SET PASSWORD = #; SELECT 2",
          "CREATE PROCEDURE p() BEGIN SET PASSWORD = #; ALTER USER u IDENTIFIED BY #; END",
          "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SET PASSWORD FOR u = #",
          "/*!50706 ALTER USER u IDENTIFIED BY # */");

  @ParameterizedTest
  @MethodSource("dev.watershed.sql.SqlModes#all")
  void noTextShowsASecretWhateverItsQuotes(SqlMode mode) {
    for (String statement : STATEMENTS) {
      for (String secret :
          List.of("'hush 1'", "\"hush 1\"", "\"hu\"\"hush\"", "\"hush\\\"hush\"")) {
        String text = statement.replace("#", secret);
        byte[] bytes = utf8(text);
        assertThat(Fingerprints.of(text, mode).text()).as(text).doesNotContain("hu");
        assertThat(Redactor.redact(bytes, 0, bytes.length, mode, 1_000))
            .as(text)
            .doesNotContain("hu");
      }
    }
  }

  /** The digest is that of any other secret, and tells nothing of this one either. */
  @ParameterizedTest
  @MethodSource("dev.watershed.sql.SqlModes#all")
  void noDigestDependsOnASecret(SqlMode mode) {
    Fingerprinter fingerprinter = new Fingerprinter(mode);
    for (String statement : STATEMENTS) {
      Fingerprint other = Fingerprints.of(statement.replace("#", "'another'"), mode);
      String text = statement.replace("#", "\"hush\"");
      assertThat(Fingerprints.of(text, mode)).as(text).isEqualTo(other);
      assertThat(digest(fingerprinter, utf8(text))).as(text).isEqualTo(other.digest());
      assertThat(Fingerprints.of(other.text(), SqlMode.standard())).as(text).isEqualTo(other);
    }
  }

  /** What a server takes for a name there stays one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT password AS \"pw\" FROM \"users\"",
        "SELECT password \"pw\" FROM t WHERE password = \"t\".\"a\"",
        "SELECT a FROM t JOIN u USING (id) WHERE identified = \"a b\" ORDER BY \"c\"",
        "UPDATE t SET password = \"a b\", identified = \"c\"",
        "INSERT INTO t (password) SELECT \"a b\" FROM u",
        "CREATE VIEW v AS SELECT password AS \"pw\", identified AS \"i\" FROM t",
        "CREATE VIEW v AS SELECT 1 FROM t WHERE password = \"a\"",
        "CREATE VIEW v AS SELECT identified FROM t GROUP BY identified WITH ROLLUP ORDER BY \"a\"",
        "CREATE TABLE t (password int, identified int, KEY (password)) AS SELECT 1 AS \"a\"",
        "CREATE PROCEDURE p() UPDATE t SET password = \"a\"",
        "ALTER TABLE t CHANGE password \"pw\" int",
        "ALTER TABLE t ADD a int, CHANGE master \"m\" int, CHANGE password \"pw\" int",
        "LOAD DATA INFILE 'f' INTO TABLE t (a, b) SET password = \"a\"",
        "SET PASSWORD FOR \"u\"@\"h\" = 'x'",
        "CREATE USER \"u\" IDENTIFIED WITH \"p\" BY 'x' DEFAULT ROLE \"r\"",
        "CHANGE MASTER TO MASTER_PASSWORD = 'x', MASTER_USER = \"u\"",
        "SET sql_mode = \"ANSI\"",
        "GRANT SELECT (password) ON \"t\" TO \"u\" AS \"v\"",
      })
  void namesStayNames(String statement) {
    String quoted = statement.replace('"', '`');
    Fingerprint names = Fingerprints.of(quoted, SqlMode.standard());
    assertThat(Fingerprints.of(statement, ANSI)).isEqualTo(names);
    assertThat(digest(new Fingerprinter(ANSI), utf8(statement))).isEqualTo(names.digest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANSI_QUOTES", "ANSI", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES"})
  void agreesWithTheReferenceInAnyPieces(String sqlMode) {
    SqlMode mode = SqlMode.parse(sqlMode);
    Fingerprinter fingerprinter = new Fingerprinter(mode);
    Random random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      byte[] statement = utf8(words(random));
      long reference = ReferenceFingerprinter.digest(statement, mode);
      assertThat(digest(fingerprinter, statement))
          .as(() -> new String(statement, StandardCharsets.UTF_8))
          .isEqualTo(reference);
      assertThat(digestOfPieces(fingerprinter, statement, random)).isEqualTo(reference);
      assertThat(Fingerprints.of(statement, mode).digest()).isEqualTo(reference);
    }
  }

  private static String words(Random random) {
    String[] words = {
      "identified",
      "by",
      "with",
      "via",
      "as",
      "using",
      "or",
      "replace",
      "password",
      "set",
      "for",
      "change",
      "master",
      "replication",
      "start",
      "slave",
      "create",
      "alter",
      "server",
      "begin",
      "then",
      "=",
      ":=",
      "(",
      ")",
      ",",
      ";",
      "master_password",
      "source_password",
      "u",
      "p",
      "'x'",
      "select",
      "count",
      "@u",
      "@@password",
      "\"a\"",
      "\"a\"",
      "\"a\"",
      "\"password\"",
      "`via`"
    };
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      text.append(words[random.nextInt(words.length)]).append(' ');
    }
    return text.append("\"b c\"").toString();
  }

  private static long digest(Fingerprinter fingerprinter, byte[] statement) {
    byte[] padded = Arrays.copyOf(statement, statement.length + 32);
    fingerprinter.begin();
    fingerprinter.feed(padded, 0, statement.length, true);
    return fingerprinter.digest();
  }

  private static long digestOfPieces(Fingerprinter fingerprinter, byte[] statement, Random random) {
    byte[] padded = Arrays.copyOf(statement, statement.length + 32);
    fingerprinter.begin();
    int from = 0;
    int to = 0;
    while (to < statement.length) {
      to = Math.min(statement.length, to + 1 + random.nextInt(20));
      from = fingerprinter.feed(padded, from, to, to == statement.length);
    }
    return fingerprinter.digest();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
