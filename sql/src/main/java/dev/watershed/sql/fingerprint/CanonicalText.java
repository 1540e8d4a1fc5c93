package dev.watershed.sql.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The canonical text as it grows and shrinks with the reductions: one blank between tokens, none
 * around a point, before a comma or inside parentheses. Keeps the first characters and counts the
 * rest.
 */
final class CanonicalText {
  private static final int MOST_BYTES_PER_CHAR = 3;

  private byte[] bytes = new byte[256];
  private int maxChars;
  private int limit;
  private int length;
  private boolean on;

  void start(int maxChars) {
    this.maxChars = maxChars;
    limit = (int) Math.min(Integer.MAX_VALUE - 16L, (long) MOST_BYTES_PER_CHAR * maxChars + 3);
    length = 0;
    on = true;
  }

  void stop() {
    on = false;
  }

  boolean isOn() {
    return on;
  }

  int length() {
    return length;
  }

  void shrinkTo(int length) {
    this.length = length;
  }

  void append(byte b) {
    if (length < limit) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length] = b;
    }
    if (length < Integer.MAX_VALUE) {
      length++;
    }
  }

  void append(byte[] from, int start, int end) {
    for (int at = start; at < end; at++) {
      append(from[at]);
    }
  }

  String text() {
    String text = decoded();
    return text.length() <= maxChars ? text : text.substring(0, cut(text));
  }

  boolean truncated() {
    return length > limit || decoded().length() > maxChars;
  }

  private String decoded() {
    return new String(bytes, 0, Math.min(length, limit), StandardCharsets.UTF_8);
  }

  /** Never between the halves of a surrogate pair. */
  private int cut(String text) {
    boolean splits = maxChars > 0 && Character.isHighSurrogate(text.charAt(maxChars - 1));
    return splits ? maxChars - 1 : maxChars;
  }
}
