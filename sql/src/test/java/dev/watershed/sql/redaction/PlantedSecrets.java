package dev.watershed.sql.redaction;

import dev.watershed.sql.SqlMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes random statements with a secret in every literal and every comment, and knows what is to
 * remain of them, by how it made them: an oracle for the redactor that lexes nothing.
 */
final class PlantedSecrets {

  /** Bytes that end strings, comments or statements elsewhere, and ordinary ones. */
  private static final List<String> NOISE =
      List.of(
          " ", "--  ", "# ", "/* ", "*/", ";", ")", "(", ",", "`", "\n", "\t", "%", "?", "é", "会",
          "🚀", "@");

  private final Random random;
  private final SqlMode mode;
  private final StringBuilder statement = new StringBuilder();
  private final StringBuilder expected = new StringBuilder();
  private final List<String> secrets = new ArrayList<>();
  private int firstHidden = -1;
  private boolean misread;

  PlantedSecrets(long seed, SqlMode mode) {
    this.random = new Random(seed);
    this.mode = mode;
  }

  String statement() {
    return statement.toString();
  }

  /** What has no end hides all behind the first literal: it may be the quotes that are misread. */
  String expected() {
    return misread ? expected.substring(0, firstHidden) + "? \u2026" : expected.toString().strip();
  }

  List<String> secrets() {
    return secrets;
  }

  void write() {
    String start =
        pick(
            "SELECT a",
            "UPDATE t SET a",
            "INSERT INTO `t 1` (a, b) SELECT",
            "DELETE FROM orders_24");
    plain(start);
    firstHidden = start.indexOf('`');
    plain(" ");
    if (random.nextInt(4) == 0) {
      passwordStatement();
    }
    int predicates = 1 + random.nextInt(6);
    for (int i = 0; i < predicates; i++) {
      predicate();
      gap();
    }
    if (random.nextInt(6) == 0) {
      unterminated();
    }
  }

  private void predicate() {
    name();
    gap();
    switch (random.nextInt(4)) {
      case 0 -> {
        plain("IN (");
        int literals = 1 + random.nextInt(7);
        for (int i = 0; i < literals; i++) {
          plain(i > 0 ? "," : "");
          gapOrNothing();
          literal();
        }
        plain(")");
      }
      case 1 -> {
        plain("BETWEEN ");
        literal();
        plain(" AND ");
        literal();
      }
      default -> {
        plain(pick("=", "<>", "<=>", "+", "*", "%", ":=", "||", "<"));
        gapOrNothing();
        literal();
      }
    }
    gap();
    plain(pick("AND ", "OR ", "XOR ", "&& "));
  }

  /** A name that has blanks or quotes may be a misread piece of a statement. */
  private void name(String name) {
    boolean odd = name.startsWith("`") || name.startsWith("\"");
    if (odd) {
      mayHide();
    }
    plain(name);
  }

  private void passwordStatement() {
    plain(pick("IDENTIFIED BY ", "SET PASSWORD = ", "IDENTIFIED WITH p AS ", "PASSWORD "));
    String quote = mode.ansiQuotes() && random.nextBoolean() ? "\"" : "'";
    hidden(quote + secret() + quote);
    plain(" , ");
  }

  private void name() {
    name(
        pick(
            "a",
            "t5.id",
            "`we ird`",
            "`x``y`",
            "24_orders.b",
            "t.2nd",
            "表",
            "@v",
            "@@global.x",
            mode.ansiQuotes() ? "\"Col \\\"" : "c",
            "x",
            "n1",
            "_id",
            "a$b$c",
            "NULL",
            "TRUE"));
  }

  private void literal() {
    switch (random.nextInt(15)) {
      case 0, 1, 2 -> hidden(string('\''));
      case 3 -> hidden(string(mode.ansiQuotes() ? '\'' : '"'));
      case 4 -> hidden(pick("N", "n") + string('\''));
      case 5 -> hidden(pick("_utf8mb4", "_latin1 ", "_binary  ") + string('\''));
      case 6 -> hidden(pick("x'", "X'", "_binary x'") + hex() + "'");
      case 7 -> hidden(pick("0x", "0X", "_utf8mb4 0x") + hex());
      case 8 -> hidden(pick("b'", "B'") + bits() + "'");
      case 9 -> hidden("0b" + bits());
      case 10 ->
          hidden(
              digits()
                  + pick("", ".", "." + digits(), "e7", "E+" + digits(), "." + digits() + "e-9"));
      case 11 -> hidden("." + digits());
      case 12 -> {
        plain("(");
        hidden(pick("-", "+", "- ") + digits());
        plain(")");
      }
      case 13 -> {
        plain(pick("DATE", "TIMESTAMP ", "{d ", "INTERVAL ", "@"));
        hidden(string('\''));
      }
      default -> hidden(dollarQuoted(pick("$$", "$q$", "$会_1$")));
    }
  }

  private String dollarQuoted(String delimiter) {
    return delimiter + noise() + secret() + "'" + noise() + delimiter;
  }

  private String string(char quote) {
    StringBuilder string = new StringBuilder().append(quote);
    for (int i = random.nextInt(4); i >= 0; i--) {
      string.append(secret());
      switch (random.nextInt(5)) {
        case 0 -> string.append(quote).append(quote);
        case 1 -> string.append(mode.noBackslashEscapes() ? "\\" + quote + quote : "\\" + quote);
        case 2 -> string.append(mode.noBackslashEscapes() ? "\\" : "\\\\");
        case 3 -> string.append(quote == '\'' ? '"' : '\'');
        default -> string.append(noise());
      }
    }
    return string.append(quote).toString();
  }

  private void gap() {
    statement.append(pick(" ", "  ", "\n", "\t \r\n", " " + comment(), comment() + " "));
    blank();
  }

  private void gapOrNothing() {
    if (random.nextBoolean()) {
      gap();
    }
  }

  private String comment() {
    return switch (random.nextInt(4)) {
      case 0 -> "/* " + secret() + pick("", "'", "\"", "`", "--", "#") + " */";
      case 1 -> "-- " + secret() + pick("", "'", "/*", "`") + "\n";
      case 2 -> "#" + secret() + pick("", "'", "/*", "`") + "\n";
      default -> "/**/";
    };
  }

  private void unterminated() {
    String start = pick("'", "N'", "`", "$$", "\"", "_utf8 '", "x'");
    hidden(start + secret() + noise().replace("`", "") + secret());
    misread = true;
  }

  private void hidden(String literal) {
    mayHide();
    statement.append(literal);
    expected.append('?');
  }

  private void mayHide() {
    firstHidden = firstHidden < 0 ? expected.length() : firstHidden;
  }

  private void plain(String code) {
    statement.append(code);
    for (String part : code.split("(?<= )|(?= )", -1)) {
      if (part.equals(" ") && !code.startsWith("`") && !code.startsWith("\"")) {
        blank();
      } else {
        expected.append(part);
      }
    }
  }

  private void blank() {
    boolean already = expected.isEmpty() || expected.charAt(expected.length() - 1) == ' ';
    expected.append(already ? "" : " ");
  }

  private String secret() {
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      secret.append("GHJKLMQVWXYZ".charAt(random.nextInt(12)));
    }
    secrets.add(secret.toString());
    return secret.toString();
  }

  private String digits() {
    String digits = String.valueOf(3_000_000_000L + random.nextInt(Integer.MAX_VALUE));
    secrets.add(digits);
    return digits;
  }

  private String hex() {
    String hex = Long.toHexString(random.nextLong() | 1L << 63);
    secrets.add(hex);
    return hex;
  }

  private String bits() {
    String bits = Integer.toBinaryString(random.nextInt() | 1 << 31);
    secrets.add(bits);
    return bits;
  }

  private String noise() {
    return NOISE.get(random.nextInt(NOISE.size()));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
