package dev.watershed.sql.fingerprint;

import static dev.watershed.sql.fingerprint.LiteralScan.NONE;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A statement as fixed text with gaps, where literals stand. */
final class StatementPattern {

  /** What stands in a gap. */
  enum Gap {
    STRING,
    NUMBER,
    /** Two or more literals: one token of a digest, however many they are. */
    LIST,
    /** One or more literals in the parentheses behind IN. */
    IN_LIST,
    /** Rows of several literals behind VALUES. */
    ROWS,
    /** Rows of a single literal behind VALUES. */
    SINGLE_VALUE_ROWS
  }

  private static final byte[][] FILLINGS =
      Arrays.stream(Gap.values())
          .map(
              gap ->
                  switch (gap) {
                    case STRING -> "'x'";
                    case NUMBER, IN_LIST -> "1";
                    case LIST -> "1,1";
                    case ROWS -> "(1,1)";
                    case SINGLE_VALUE_ROWS -> "(1)";
                  })
          .map(filling -> filling.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  private final byte[] text;
  private final int[] cuts;
  private final Gap[] gaps;
  private final boolean backslashEscapes;
  private final long hash;
  private final long digest;

  /**
   * @param text the fixed text without what stands in the gaps
   * @param cuts where the gaps are in it, in order
   * @param hash the hash of the text's prefix
   */
  StatementPattern(
      byte[] text, int[] cuts, Gap[] gaps, boolean backslashEscapes, long hash, long digest) {
    this.text = text;
    this.cuts = cuts;
    this.gaps = gaps;
    this.backslashEscapes = backslashEscapes;
    this.hash = hash;
    this.digest = digest;
  }

  long hash() {
    return hash;
  }

  long digest() {
    return digest;
  }

  int size() {
    return text.length;
  }

  /** The shortest statement of this pattern, with the same tokens and so the same digest. */
  byte[] shortest() {
    ByteArrayOutputStream shortest = new ByteArrayOutputStream(text.length * 2);
    int done = 0;
    for (int i = 0; i < gaps.length; i++) {
      shortest.write(text, done, cuts[i] - done);
      shortest.writeBytes(FILLINGS[gaps[i].ordinal()]);
      done = cuts[i];
    }
    shortest.write(text, done, text.length - done);
    return shortest.toByteArray();
  }

  /** Whether the statement in {@code [from, to)} is this one but for what stands in the gaps. */
  boolean matches(byte[] bytes, int from, int to) {
    int at = from;
    int done = 0;
    for (int i = 0; i < gaps.length; i++) {
      int cut = cuts[i];
      int length = cut - done;
      if (length > to - at || !Arrays.equals(bytes, at, at + length, text, done, cut)) {
        return false;
      }
      done = cut;
      at = end(gaps[i], bytes, at + length, to, backslashEscapes);
      if (at == NONE) {
        return false;
      }
    }
    return Arrays.equals(bytes, at, to, text, done, text.length);
  }

  /** The index behind what fills a gap, or {@link LiteralScan#NONE}. */
  static int end(Gap gap, byte[] bytes, int at, int to, boolean escapes) {
    return switch (gap) {
      case STRING -> LiteralScan.string(bytes, at, to, escapes);
      case NUMBER -> LiteralScan.number(bytes, at, to);
      case LIST -> startsAnywhere(bytes[at]) ? LiteralScan.list(bytes, at, to, 2, escapes) : NONE;
      case IN_LIST -> LiteralScan.list(bytes, at, to, 1, escapes);
      case ROWS -> LiteralScan.rows(bytes, at, to, true, escapes);
      case SINGLE_VALUE_ROWS -> LiteralScan.rows(bytes, at, to, false, escapes);
    };
  }

  /**
   * Whether a byte begins a literal whatever stands before it. Behind an operand, a minus is an
   * operator and NULL a word.
   */
  private static boolean startsAnywhere(byte b) {
    return Bytes.isDigit(b) || b == '\'';
  }
}
