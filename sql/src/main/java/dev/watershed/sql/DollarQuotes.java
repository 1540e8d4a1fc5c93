package dev.watershed.sql;

/**
 * Finds the ends of literals between two equal tags, {@code $tag$ … $tag$} (MySQL 9.7 Reference
 * Manual, "String Literals"). A body may come in pieces.
 */
public final class DollarQuotes {
  private final byte[] tag;
  private int length;
  private int matched;

  /**
   * Quotes with tags up to a length.
   *
   * @param longestTag in bytes, with both dollars
   */
  public DollarQuotes(int longestTag) {
    tag = new byte[longestTag];
  }

  /**
   * Where the tag ends that begins with the dollar at {@code from}; {@code from} if it is none.
   * Only letters, digits and {@code _} stand between the dollars.
   */
  public static int endOfTag(byte[] b, int from, int to) {
    int at = from + 1;
    while (at < to && isTagByte(b[at])) {
      at++;
    }
    return at < to && b[at] == '$' ? at + 1 : from;
  }

  private static boolean isTagByte(byte b) {
    return b < 0
        || b >= '0' && b <= '9'
        || b >= 'A' && b <= 'Z'
        || b >= 'a' && b <= 'z'
        || b == '_';
  }

  /**
   * Begins a literal, if one begins with the dollar at {@code from}.
   *
   * @return where its body begins; {@code from} if it is none
   */
  public int open(byte[] b, int from, int to) {
    int body = endOfTag(b, from, to);
    if (body - from > tag.length) {
      return from;
    }
    length = body - from;
    System.arraycopy(b, from, tag, 0, length);
    matched = 0;
    return body;
  }

  /**
   * Reads on to the end of the closing tag, or to {@code to}. As to the server, a dollar that ends
   * what seemed to be the tag begins none: {@code $a$ $$a$} goes on.
   */
  public int close(byte[] b, int from, int to) {
    for (int at = from; at < to; at++) {
      if (matched == 0) {
        matched = b[at] == '$' ? 1 : 0;
      } else if (b[at] == tag[matched]) {
        matched++;
        if (matched == length) {
          return at + 1;
        }
      } else {
        matched = 0;
      }
    }
    return to;
  }

  /** Whether the closing tag has been read. */
  public boolean closed() {
    return matched == length;
  }

  /**
   * Where the closing tag ends in a text that is whole, by the same rule as {@link #close}.
   *
   * @param body where the body begins, behind the opening tag
   * @return -1 if the text has no closing tag
   */
  public static int endIn(String text, String tag, int body) {
    int same = 0;
    for (int at = body; at < text.length(); at++) {
      if (same == 0) {
        same = text.charAt(at) == '$' ? 1 : 0;
      } else if (text.charAt(at) == tag.charAt(same)) {
        same++;
        if (same == tag.length()) {
          return at + 1;
        }
      } else {
        same = 0;
      }
    }
    return -1;
  }
}
