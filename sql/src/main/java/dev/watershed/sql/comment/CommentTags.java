package dev.watershed.sql.comment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tags of a block comment's body. A comment has tags only if its whole body is in one of
 * the two forms; {@link SqlcommenterForm} and {@link MarginaliaForm} define them. Any bytes have an
 * answer; tags beyond the {@value #MOST_TAGS}th of a comment are ignored.
 */
public final class CommentTags {

  /** Applications write about ten; who writes more is not telling where a statement came from. */
  static final int MOST_TAGS = 64;

  private static final CommentTagVisitor NOBODY =
      (bytes, keyFrom, keyTo, valueFrom, valueTo, form) -> {};

  private CommentTags() {}

  /** The tags in the order they are written; empty for an ordinary comment. */
  public static List<CommentTag> parse(byte[] body, int from, int to) {
    List<CommentTag> tags = new ArrayList<>();
    visit(
        body,
        from,
        to,
        (bytes, keyFrom, keyTo, valueFrom, valueTo, form) ->
            tags.add(
                new CommentTag(
                    decode(bytes, keyFrom, keyTo, form), decode(bytes, valueFrom, valueTo, form))));
    return List.copyOf(tags);
  }

  /**
   * Shows the tags to the visitor, and returns how many there were: 0 for an ordinary comment.
   * Allocates nothing.
   */
  public static int visit(byte[] body, int from, int to, CommentTagVisitor visitor) {
    return switch (separator(body, from, to)) {
      case '=' ->
          SqlcommenterForm.visit(body, from, to, NOBODY) > 0
              ? SqlcommenterForm.visit(body, from, to, visitor)
              : 0;
      case ':' ->
          MarginaliaForm.visit(body, from, to, NOBODY) > 0
              ? MarginaliaForm.visit(body, from, to, visitor)
              : 0;
      default -> 0;
    };
  }

  /**
   * The text of a key or a value. In sqlcommenter's form, escapes are undone, {@code %XX} becomes
   * its byte and {@code +} a blank (writers that encode the URL way encode a plus itself as {@code
   * %2B}; some of them write a blank as {@code +}). What is no valid escape stays as it is, what is
   * no UTF-8 becomes U+FFFD.
   */
  public static String decode(byte[] bytes, int from, int to, CommentForm form) {
    if (form == CommentForm.MARGINALIA) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    byte[] decoded = new byte[to - from];
    int length = 0;
    int at = from;
    while (at < to) {
      int hex = bytes[at] == '%' && at + 2 < to ? hexByte(bytes[at + 1], bytes[at + 2]) : -1;
      if (hex >= 0) {
        decoded[length++] = (byte) hex;
        at += 3;
      } else if (bytes[at] == '\\' && at + 1 < to && isEscapable(bytes[at + 1])) {
        decoded[length++] = bytes[at + 1];
        at += 2;
      } else {
        decoded[length++] = bytes[at] == '+' ? (byte) ' ' : bytes[at];
        at++;
      }
    }
    return new String(decoded, 0, length, StandardCharsets.UTF_8);
  }

  /** The first byte behind the first word, which tells the form. */
  private static int separator(byte[] body, int from, int to) {
    int at = skipBlanks(body, from, to);
    while (at < to && isKeyByte(body[at])) {
      at++;
    }
    at = skipBlanks(body, at, to);
    return at < to ? body[at] : -1;
  }

  static int skipBlanks(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /** What a key of either form may hold; {@code %} and {@code ~} come from URL-encoding. */
  static boolean isKeyByte(byte b) {
    return isLetter(b)
        || (b >= '0' && b <= '9')
        || b == '_'
        || b == '-'
        || b == '.'
        || b == '%'
        || b == '~';
  }

  private static boolean isEscapable(byte b) {
    return b == '\'' || b == '"' || b == '\\';
  }

  private static int hexByte(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }
}
