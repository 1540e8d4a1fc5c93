package dev.watershed.sql.definition;

import dev.watershed.sql.DollarQuotes;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into statements and these into tokens, as the client does: a delimiter outside of
 * strings, names and comments ends a statement, and {@code DELIMITER} changes it. Comments are
 * dropped, and those that hold code for some version are read as code (MySQL 9.7 Reference Manual,
 * "Comments"), but for those of versions that will never be, which are commands to a client.
 */
final class ScriptLexer {

  private static final String DELIMITER = "DELIMITER";
  private static final String STANDARD_DELIMITER = ";";

  /** MariaDB's dumps begin with {@code /*!999999\- enable the sandbox mode *}{@code /}. */
  private static final int NO_VERSION = 990_000;

  private static final String SYMBOLS_OF_WORDS = "_$";

  private final String script;
  private SqlMode mode;
  private String delimiter = STANDARD_DELIMITER;
  private int at;
  private int codeComments;
  private List<Token> tokens = new ArrayList<>();

  ScriptLexer(String script, SqlMode mode) {
    this.script = script;
    this.mode = mode;
    this.at = script.startsWith("\uFEFF") ? 1 : 0;
  }

  /** What follows is read under another mode. */
  void setMode(SqlMode changed) {
    mode = changed;
  }

  SqlMode mode() {
    return mode;
  }

  boolean atEnd() {
    return at >= script.length();
  }

  /**
   * The tokens of the next statement, without its delimiter; none if it is empty. A string without
   * an end goes to the end of the script.
   */
  List<Token> statement() {
    tokens = new ArrayList<>();
    codeComments = 0;
    while (!atEnd()) {
      if (tokens.isEmpty() && takeDelimiterCommand()) {
        return tokens;
      }
      if (script.startsWith(delimiter, at)) {
        at += delimiter.length();
        return tokens;
      }
      next();
    }
    return tokens;
  }

  private boolean takeDelimiterCommand() {
    boolean command =
        script.regionMatches(true, at, DELIMITER, 0, DELIMITER.length())
            && at + DELIMITER.length() < script.length()
            && script.charAt(at + DELIMITER.length()) <= ' ';
    if (!command) {
      return false;
    }
    int end = endOfLine(at);
    String changed = script.substring(at + DELIMITER.length(), end).strip();
    delimiter = changed.isEmpty() ? STANDARD_DELIMITER : changed.split("\\s", 2)[0];
    at = end;
    return true;
  }

  private void next() {
    char c = script.charAt(at);
    if (c <= ' ' || c == '\u007f' || c == '\u00a0') {
      at++;
    } else if (startsLineComment(c)) {
      at = endOfLine(at);
    } else if (script.startsWith("/*", at)) {
      comment();
    } else if (codeComments > 0 && script.startsWith("*/", at)) {
      codeComments--;
      at += 2;
    } else if (c == '`' || (c == '"' && mode.ansiQuotes())) {
      quoted(Kind.NAME, at, false);
    } else if (c == '\'' || c == '"') {
      quoted(Kind.STRING, at, !mode.noBackslashEscapes());
    } else if (c == '$') {
      dollar();
    } else if (isDigit(c) || (c == '.' && isDigit(charAt(at + 1)) && !behindName())) {
      number();
    } else if (isWordChar(c)) {
      word();
    } else {
      add(Kind.SYMBOL, String.valueOf(c), at, at + 1);
    }
  }

  private boolean startsLineComment(char c) {
    if (c == '#') {
      return true;
    }
    boolean dashes = c == '-' && charAt(at + 1) == '-';
    return dashes && (at + 2 >= script.length() || script.charAt(at + 2) <= ' ');
  }

  private void comment() {
    int code = at + 2;
    if (charAt(code) == 'M' && charAt(code + 1) == '!') {
      code++;
    }
    if (charAt(code) == '!') {
      int digits = code + 1;
      while (isDigit(charAt(digits))) {
        digits++;
      }
      boolean never =
          digits - code > 5
              && Long.parseLong(script, code + 1, Math.min(digits, code + 10), 10) >= NO_VERSION;
      if (!never) {
        codeComments++;
        at = digits;
        return;
      }
    }
    int end = script.indexOf("*/", at + 2);
    at = end < 0 ? script.length() : end + 2;
  }

  private void quoted(Kind kind, int from, boolean escapes) {
    char quote = script.charAt(at);
    StringBuilder content = new StringBuilder();
    int i = at + 1;
    while (i < script.length()) {
      char c = script.charAt(i);
      if (c == '\\' && escapes && i + 1 < script.length()) {
        content.append(unescaped(script.charAt(i + 1)));
        i += 2;
      } else if (c == quote && charAt(i + 1) == quote) {
        content.append(quote);
        i += 2;
      } else if (c == quote) {
        i++;
        break;
      } else {
        content.append(c);
        i++;
      }
    }
    add(kind, content.toString(), from, i);
  }

  /**
   * Before a wildcard of LIKE a backslash stays (MySQL 9.7 Reference Manual, "String Literals").
   */
  private static String unescaped(char c) {
    return switch (c) {
      case '0' -> "\0";
      case 'b' -> "\b";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'Z' -> "\u001a";
      case '%', '_' -> "\\" + c;
      default -> String.valueOf(c);
    };
  }

  private void dollar() {
    if (!dollarString()) {
      word();
    }
  }

  /** {@code $tag$ … $tag$}, which MySQL 9 takes for a string. */
  private boolean dollarString() {
    int end = at + 1;
    while (end < script.length() && script.charAt(end) != '$' && isWordChar(script.charAt(end))) {
      end++;
    }
    if (charAt(end) != '$') {
      return false;
    }
    String tag = script.substring(at, end + 1);
    int close = DollarQuotes.endIn(script, tag, end + 1);
    if (close < 0) {
      return false;
    }
    add(Kind.STRING, script.substring(end + 1, close - tag.length()), at, close);
    return true;
  }

  private void number() {
    int end = at;
    while (isInWord(end) || charAt(end) == '.') {
      boolean exponent =
          (script.charAt(end) == 'e' || script.charAt(end) == 'E')
              && (charAt(end + 1) == '-' || charAt(end + 1) == '+')
              && isDigit(charAt(end + 2));
      end += exponent ? 2 : 1;
    }
    String text = script.substring(at, end);
    boolean name = !text.matches("(?i)[0-9]*+\\.?+[0-9]*+(e[-+]?[0-9]++)?|0x[0-9a-f]++|0b[01]++");
    add(name ? Kind.WORD : Kind.NUMBER, text, at, end);
  }

  private void word() {
    int end = at;
    while (isInWord(end)) {
      end++;
    }
    String text = script.substring(at, Math.max(end, at + 1));
    boolean prefix = text.length() == 1 && "xXbBnN".contains(text) && charAt(end) == '\'';
    if (prefix) {
      int from = at;
      at = end;
      quoted("nN".contains(text) ? Kind.STRING : Kind.NUMBER, from, !mode.noBackslashEscapes());
    } else {
      add(Kind.WORD, text, at, Math.max(end, at + 1));
    }
  }

  /** A delimiter ends a word, even if it could be a part of one, as {@code $$} could. */
  private boolean isInWord(int index) {
    return index < script.length()
        && isWordChar(script.charAt(index))
        && !script.startsWith(delimiter, index);
  }

  private boolean behindName() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    return last.isName() && last.to() == at;
  }

  private void add(Kind kind, String text, int from, int to) {
    tokens.add(new Token(kind, text, from, to));
    at = to;
  }

  private int endOfLine(int from) {
    int end = script.indexOf('\n', from);
    return end < 0 ? script.length() : end;
  }

  private char charAt(int index) {
    return index < script.length() ? script.charAt(index) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordChar(char c) {
    return isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || SYMBOLS_OF_WORDS.indexOf(c) >= 0
        || c >= '\u0080';
  }
}
