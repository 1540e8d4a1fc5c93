package dev.watershed.collector.reference;

import java.nio.charset.StandardCharsets;

/** The lines of a log. */
final class ReferenceLines {

  private final byte[] log;

  ReferenceLines(byte[] log) {
    this.log = log;
  }

  int length() {
    return log.length;
  }

  /** The start of the next line, or the length of the log. */
  int next(int lineStart) {
    for (int i = lineStart; i < log.length; i++) {
      if (log[i] == '\n') {
        return i + 1;
      }
    }
    return log.length;
  }

  /** Whether a line is closed by a newline. */
  boolean closed(int lineStart) {
    int next = next(lineStart);
    return next > lineStart && log[next - 1] == '\n';
  }

  /** A line without its newline, a character per byte. */
  String text(int lineStart) {
    int end = next(lineStart);
    return slice(lineStart, closed(lineStart) ? end - 1 : end);
  }

  /** A range of the log, a character per byte. */
  String slice(int from, int to) {
    return new String(log, from, to - from, StandardCharsets.ISO_8859_1);
  }

  boolean startsWith(int lineStart, String prefix) {
    return lineStart + prefix.length() <= log.length
        && slice(lineStart, lineStart + prefix.length()).equals(prefix);
  }

  /** The end of a range when the white space at its end is left out. */
  int trimmedEnd(int from, int to) {
    int end = to;
    while (end > from && isWhite(log[end - 1])) {
      end--;
    }
    return end;
  }

  boolean blank(int from, int to) {
    return trimmedEnd(from, to) == from;
  }

  /** Whether a range ends with {@code ;}, white space aside. */
  boolean complete(int from, int to) {
    int end = trimmedEnd(from, to);
    return end > from && log[end - 1] == ';';
  }

  private static boolean isWhite(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }
}
