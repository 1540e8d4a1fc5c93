package dev.watershed.sql.parse;

import dev.watershed.sql.parse.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens: white space and comments are dropped, hints are kept, what executable
 * comments hold is read as code (MySQL 9.7 Reference Manual, "Lexical Structure" and "Comments").
 * Strings are read in the standard SQL mode. No literal leaves but a number, since LIMIT, GROUP BY
 * and ORDER BY ask for it: of a string, its beginning with a wildcard only.
 */
final class SqlLexer {

  private static final String[] OPERATORS = {
    "->>", "<=>", "->", ":=", "<=", ">=", "<>", "!=", "<<", ">>", "&&", "||"
  };

  private final String text;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;
  private boolean insideExecutableComment;

  private SqlLexer(String text) {
    this.text = text;
  }

  static List<SqlToken> tokens(String text) {
    SqlLexer lexer = new SqlLexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c <= ' ' || c == '\u007f' || c == '\ufeff') {
      at++;
    } else if (c == '`') {
      tokens.add(SqlToken.name(quoted('`', false)));
    } else if (c == '\'' || c == '"') {
      string(c);
    } else if (startsComment(c)) {
      comment(c);
    } else if (insideExecutableComment && text.startsWith("*/", at)) {
      insideExecutableComment = false;
      at += 2;
    } else if (c == '\u2026' || text.startsWith("...", at)) {
      at += c == '\u2026' ? 1 : 3;
      tokens.add(SqlToken.literal(Kind.ELLIPSIS, "..."));
    } else if (c == '@') {
      variable();
    } else if (isDigit(c) || c == '.' && isDigit(charAt(at + 1)) && !followsName()) {
      numberOrName();
    } else if (isWordPart(c)) {
      word();
    } else {
      symbol(c);
    }
  }

  private boolean startsComment(char c) {
    return switch (c) {
      case '#' -> true;
      case '/' -> text.startsWith("/*", at);
      case '-' -> text.startsWith("--", at) && (at + 2 == text.length() || charAt(at + 2) <= ' ');
      default -> false;
    };
  }

  private void comment(char c) {
    if (c != '/') {
      int lineEnd = text.indexOf('\n', at);
      at = lineEnd < 0 ? text.length() : lineEnd + 1;
    } else if (text.startsWith("!", at + 2) || text.startsWith("M!", at + 2)) {
      insideExecutableComment = true;
      at = text.indexOf('!', at) + 1;
      while (isDigit(charAt(at))) {
        at++;
      }
    } else {
      int end = text.indexOf("*/", at + 2);
      if (text.startsWith("+", at + 2) && end > 0) {
        tokens.add(SqlToken.literal(Kind.HINT, text.substring(at + 3, end).strip()));
      }
      at = end < 0 ? text.length() : end + 2;
    }
  }

  /**
   * What stands between quotes; a doubled quote is one. Of an escape its character is left, and the
   * backslash where LIKE is to see it (MySQL 9.7 Reference Manual, "String Literals").
   */
  private String quoted(char quote, boolean escapes) {
    StringBuilder content = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        if (charAt(at) != quote) {
          return content.toString();
        }
        at++;
      } else if (c == '\\' && escapes && at < text.length()) {
        char escaped = text.charAt(at++);
        content.append(escaped == '%' || escaped == '_' ? "\\" : "").append(escaped);
        continue;
      }
      content.append(c);
    }
    return content.toString();
  }

  private void string(char quote) {
    String content = quoted(quote, true);
    boolean wildcard = content.startsWith("%") || content.startsWith("_");
    tokens.add(SqlToken.literal(Kind.STRING, wildcard ? "%" : "x"));
  }

  /** A user or system variable, also {@code @?}, {@code @@global.x} and a quoted one. */
  private void variable() {
    while (charAt(at) == '@') {
      at++;
    }
    do {
      char c = charAt(at);
      if (c == '`' || c == '\'' || c == '"') {
        quoted(c, c != '`');
      } else if (c == '?') {
        at++;
      } else {
        skipWord();
      }
    } while (charAt(at) == '.' && at++ >= 0);
    tokens.add(SqlToken.literal(Kind.VARIABLE, "?"));
  }

  /**
   * A number; or a name that begins with a digit, such as {@code 2fa}. A point before what is
   * neither stands alone.
   */
  private void numberOrName() {
    int start = at;
    boolean radix = charAt(at) == '0' && (charAt(at + 1) == 'x' || charAt(at + 1) == 'b');
    while (isWordPart(charAt(at)) || charAt(at) == '.') {
      boolean exponent = charAt(at) == 'e' || charAt(at) == 'E';
      at++;
      if (exponent && !radix && (charAt(at) == '-' || charAt(at) == '+')) {
        at++;
      }
    }
    String number = text.substring(start, at);
    if (radix) {
      tokens.add(SqlToken.literal(Kind.BINARY, "x"));
    } else if (followsName() || !isNumber(number)) {
      at = start;
      if (text.charAt(start) == '.') {
        symbol('.');
        return;
      }
      skipWord();
      tokens.add(SqlToken.name(text.substring(start, at)));
    } else {
      tokens.add(SqlToken.literal(Kind.NUMBER, number));
    }
  }

  private static boolean isNumber(String word) {
    boolean digits = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      digits |= isDigit(c);
      if (!isDigit(c) && "eE.+-".indexOf(c) < 0) {
        return false;
      }
    }
    return digits;
  }

  private void word() {
    int start = at;
    skipWord();
    String word = text.substring(start, at);
    char quote = charAt(at);
    boolean prefix = word.length() == 1 && (quote == '\'' || quote == '"');
    if (prefix && "xXbB".contains(word)) {
      quoted(quote, false);
      tokens.add(SqlToken.literal(Kind.BINARY, "x"));
    } else if (prefix && "nN".contains(word)) {
      string(quote);
    } else {
      tokens.add(followsName() ? SqlToken.name(word) : SqlToken.word(word));
    }
  }

  /** Whether a dot that belongs to a name has just been read. */
  private boolean followsName() {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isDot();
  }

  private void symbol(char c) {
    if (c == '?') {
      at++;
      tokens.add(SqlToken.PLACEHOLDER);
      return;
    }
    for (String operator : OPERATORS) {
      if (operator.charAt(0) == c && text.startsWith(operator, at)) {
        at += operator.length();
        tokens.add(SqlToken.symbol(operator));
        return;
      }
    }
    at++;
    tokens.add(SqlToken.symbol(String.valueOf(c)));
  }

  private void skipWord() {
    while (isWordPart(charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Letters, digits, {@code _}, {@code $} and everything beyond ASCII, as the server's lexer. */
  private static boolean isWordPart(char c) {
    return isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '$'
        || (c >= '\u0080' && c != '\u2026' && c != '\ufeff');
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
