package dev.watershed.sql.lexical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into tokens. White space and comments are dropped, the code inside {@code /*! … *}
 * {@code /} is kept, as the server reads them (MySQL 9.7 Reference Manual, "Comments"). A canonical
 * fingerprint holds no literals but {@code ?}; texts that do are read in the standard SQL mode.
 *
 * <p>A name that the end of the text or an ellipsis cuts is dropped, since the rest is unknown.
 */
final class Tokenizer {

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final int lengthWithoutFinalBlanks;
  private int at;
  private boolean insideExecutableComment;

  private Tokenizer(String text) {
    this.text = text;
    this.lengthWithoutFinalBlanks = text.stripTrailing().length();
  }

  static List<Token> tokens(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    while (tokenizer.at < text.length()) {
      tokenizer.next();
    }
    return tokenizer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c <= ' ' || c == '\u007f') {
      at++;
    } else if (c == '`') {
      quotedName();
    } else if (c == '\'' || c == '"') {
      string(c);
    } else if (startsComment(c)) {
      comment(c);
    } else if (insideExecutableComment && text.startsWith("*/", at)) {
      insideExecutableComment = false;
      at += 2;
    } else if (c == '\u2026' || text.startsWith("...", at)) {
      at += c == '\u2026' ? 1 : 3;
      tokens.add(Token.ELLIPSIS);
    } else if (c == '@') {
      variable();
    } else if (isWordPart(c)) {
      word();
    } else {
      at++;
      tokens.add(c == '?' ? Token.LITERAL : new Token(Token.Kind.SYMBOL, String.valueOf(c), ""));
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
      at = end < 0 ? text.length() : end + 2;
    }
  }

  private void quotedName() {
    StringBuilder name = new StringBuilder();
    at++;
    while (true) {
      int quote = text.indexOf('`', at);
      if (quote < 0) {
        at = text.length();
        return;
      }
      name.append(text, at, quote);
      at = quote + 1;
      if (charAt(at) != '`') {
        break;
      }
      name.append('`');
      at++;
    }
    if (!isCutHere() && !name.isEmpty()) {
      tokens.add(new Token(Token.Kind.QUOTED, name.toString(), ""));
    }
  }

  private void string(char quote) {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == quote) {
        if (charAt(at) != quote) {
          break;
        }
        at++;
      }
    }
    tokens.add(Token.LITERAL);
  }

  /** A user or system variable, also {@code @?} and a quoted one; what follows a dot is apart. */
  private void variable() {
    while (charAt(at) == '@') {
      at++;
    }
    char c = charAt(at);
    if (c == '`' || c == '\'' || c == '"') {
      int end = text.indexOf(c, at + 1);
      at = end < 0 ? text.length() : end + 1;
    } else if (c == '?') {
      at++;
    } else {
      skipWord();
    }
    tokens.add(Token.LITERAL);
  }

  private void word() {
    int start = at;
    skipWord();
    String word = text.substring(start, at);
    boolean afterDot = !tokens.isEmpty() && tokens.get(tokens.size() - 1).isSymbol('.');
    if (!afterDot && isNumber(word)) {
      tokens.add(Token.LITERAL);
    } else if (!isCutHere()) {
      String keyword = afterDot ? "" : word.toUpperCase(Locale.ROOT);
      tokens.add(new Token(Token.Kind.WORD, word, keyword));
    }
  }

  private void skipWord() {
    while (isWordPart(charAt(at))) {
      at++;
    }
  }

  /** Whether an ellipsis touches the name just read and ends the text. */
  private boolean isCutHere() {
    int dots = charAt(at) == '\u2026' ? 1 : text.startsWith("...", at) ? 3 : 0;
    return dots > 0 && at + dots >= lengthWithoutFinalBlanks;
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Letters, digits, {@code _}, {@code $} and everything beyond ASCII, as in the server's lexer.
   */
  private static boolean isWordPart(char c) {
    return isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '$'
        || (c >= '\u0080' && c != '\u2026');
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
