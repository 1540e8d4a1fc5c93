package dev.watershed.collector.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A piece of a bundle that is what the script wrote.
 *
 * @param firstLine the number of its first line in the file
 * @param bytes its lines
 */
record BundlePiece(long firstLine, byte[] bytes) {

  private static final char TAB = '\t';

  /** The words of its first line, which say what it is. */
  List<String> head() {
    int end = endOfLine(0);
    return List.of(
        new String(bytes, 0, end, StandardCharsets.UTF_8).split(String.valueOf(TAB), -1));
  }

  /** Its first word. */
  String kind() {
    return head().get(0);
  }

  /** Where the line that begins somewhere ends: its line feed, or the end of the piece. */
  int endOfLine(int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
