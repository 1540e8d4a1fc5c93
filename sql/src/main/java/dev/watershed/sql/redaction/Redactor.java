package dev.watershed.sql.redaction;

import dev.watershed.sql.SqlMode;
import java.util.Objects;

/**
 * Writes a statement without its literals. Literals are what the server's lexer takes for them
 * under the statement's {@code sql_mode} (MySQL 9.7 Reference Manual, "Literal Values"), and in
 * doubt more:
 *
 * <ul>
 *   <li>strings, {@code N'…'}, {@code X'…'}, {@code B'…'}, with the character set that introduces
 *       them; double-quoted strings unless ANSI_QUOTES; dollar-quoted strings; a string without an
 *       end goes to the end of the text, and so does a quoted name without one;
 *   <li>numbers with the sign that stands alone before them, {@code 0x…}, {@code 0b…}; names that
 *       begin with digits are names;
 *   <li>{@code @'a'} and the two halves of {@code 'user'@'host'}; under ANSI_QUOTES also
 *       double-quoted text behind IDENTIFIED and PASSWORD;
 *   <li>NULL, TRUE, FALSE and DEFAULT tell nothing about anybody and stay.
 * </ul>
 *
 * <p>Names and the order of things are kept, white space becomes one blank, and so do comments and
 * the marks around executable ones. Of a list of more than {@value RedactedText#LONGEST_WHOLE_LIST}
 * literals, or of rows behind VALUES, the first {@value RedactedText#KEPT_ITEMS} are written and
 * the others counted: {@code ?, ?, ?, … 997 more}.
 *
 * <p>Whether a backslash escapes is a setting of the session, of which logs do not tell, and texts
 * may be cut. Where a literal, a quoted name or a comment has no end, or a backslash stands outside
 * of them, the text was misread or is no statement; since nobody can tell then which pieces are
 * literals, it ends with its first one: {@code SELECT a FROM t WHERE b = ? …}. Two misreadings that
 * make up for each other are not noticed only if a comment to the end of a line hides one.
 *
 * <p>The text is read in bytes that extend ASCII, as UTF-8 and Latin-1 do. In a character set whose
 * characters may hold a byte like a quote or a backslash (SJIS, GBK, Big5) strings can seem to end
 * elsewhere.
 */
public final class Redactor {

  private Redactor() {}

  /**
   * The statement in {@code bytes[from, to)} without its literals.
   *
   * @param maxChars the most UTF-16 units of the answer, at least 1; a longer one is cut between
   *     characters and ends in {@code …}
   * @throws IllegalArgumentException if {@code maxChars} is less than 1
   * @throws IndexOutOfBoundsException if the range is not one of the array
   */
  public static String redact(byte[] bytes, int from, int to, SqlMode mode, int maxChars) {
    if (maxChars < 1) {
      throw new IllegalArgumentException("maxChars must be at least 1, not " + maxChars);
    }
    Objects.checkFromToIndex(from, to, bytes.length);
    RedactedText text = new RedactedText(maxChars);
    RedactionLexer lexer = new RedactionLexer(bytes, from, to, mode, text);
    lexer.run();
    return lexer.isMisread()
        ? upToFirstLiteral(bytes, from, lexer.certainTo(), mode, maxChars)
        : text.finish();
  }

  private static String upToFirstLiteral(
      byte[] bytes, int from, int to, SqlMode mode, int maxChars) {
    RedactedText text = new RedactedText(maxChars);
    new RedactionLexer(bytes, from, to, mode, text).run();
    text.literal();
    text.rest();
    return text.finish();
  }
}
