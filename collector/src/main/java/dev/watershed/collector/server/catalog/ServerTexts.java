package dev.watershed.collector.server.catalog;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a server's texts come into the catalog: without their literals, unless these are kept. */
final class ServerTexts {

  private static final int MOST_CHARS = 1 << 20;
  private static final String LITERAL = "?";

  private final boolean raw;
  private final boolean heldBack;

  /**
   * @param raw whether literals are kept
   */
  ServerTexts(boolean raw) {
    this(raw, false);
  }

  /**
   * @param raw whether literals are kept
   * @param heldBack whether the texts came without bodies, and with a mark for each expression that
   *     may hold a literal
   */
  ServerTexts(boolean raw, boolean heldBack) {
    this.raw = raw;
    this.heldBack = heldBack;
  }

  /** Adds what was held back. */
  void addTo(Gaps gaps) {
    if (heldBack) {
      gaps.add(
          "bodies",
          "the texts of views, triggers, routines and events were held back, and so were defaults"
              + " and expressions that may hold literals; a script printed by watershed bundle"
              + " --bodies reads them");
    }
  }

  /** Whether a text that is not there was held back, so that its lack says nothing else. */
  boolean heldBack() {
    return heldBack;
  }

  /** Whether literals are kept. */
  boolean raw() {
    return raw;
  }

  /** An expression in the words of the server, which writes it the same in every SQL mode. */
  String expression(String text) {
    return text(unescaped(text), SqlMode.standard());
  }

  /** A body in the words of its author. */
  String body(String text, String sqlMode) {
    return text(text, mode(sqlMode));
  }

  /**
   * A default that is a literal, without its quotes.
   *
   * @param type of the column
   */
  String literal(String text, String type) {
    if (!raw) {
      return LITERAL;
    }
    return type.startsWith("bit") ? text : "'" + text.replace("'", "''") + "'";
  }

  /** A default in SQL: what is nothing but a literal is one mark, whatever its sign. */
  String defaultExpression(String text) {
    String expression = expression(text);
    return !raw && expression.equals("-" + LITERAL) ? LITERAL : expression;
  }

  /** A text that is data as a whole. */
  Optional<String> data(String text) {
    return raw ? Optional.of(text) : Optional.empty();
  }

  private String text(String text, SqlMode mode) {
    if (raw) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Redactor.redact(bytes, 0, bytes.length, mode, MOST_CHARS);
  }

  /**
   * MySQL writes the expressions of its tables as the content of a string: quotes and backslashes
   * have a backslash before them. Where that is so, the first quote has one; elsewhere the first
   * quote opens a literal, and has none.
   */
  static String unescaped(String text) {
    int quote = text.indexOf('\'');
    if (quote < 1 || text.charAt(quote - 1) != '\\') {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        plain.append(unescaped(text.charAt(at)));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static char unescaped(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '0' -> '\0';
      case 'Z' -> '\032';
      default -> escaped;
    };
  }

  /** The words of a mode that are known; the others change nothing in how texts are read. */
  static SqlMode mode(String words) {
    List<String> known = Arrays.stream(words.split(",", -1)).filter(ServerTexts::isKnown).toList();
    return SqlMode.parse(known.stream().collect(Collectors.joining(",")));
  }

  private static boolean isKnown(String word) {
    try {
      SqlMode.parse(word);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}
