package dev.watershed.sql.fingerprint;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.StatementPattern.Gap;
import java.util.Arrays;

/**
 * Finds the gaps of a statement: literals whose value cannot matter. These are strings in single
 * quotes without a prefix, numbers of digits with at most one point, lists of them, and rows behind
 * VALUES. All else, such as hexadecimal literals, numbers that may name a column or what stands in
 * double quotes, is fixed text; statements with comments are refused.
 */
final class PatternFinder {

  private static final int MOST_GAPS = 64;
  private static final int LONGEST_TEXT = 16 << 10;

  private final boolean backslashEscapes;
  private final boolean doubleQuotesEscape;
  private final byte[] text = new byte[LONGEST_TEXT];
  private final int[] cuts = new int[MOST_GAPS];
  private final Gap[] gaps = new Gap[MOST_GAPS];
  private int length;
  private int count;

  /** Whether a number may name a column, as it does in GROUP BY, ORDER BY and PARTITION BY. */
  private boolean behindBy;

  /** Parentheses open since the outermost such list began: a LIMIT in them does not end it. */
  private int openSinceBy;

  PatternFinder(SqlMode mode) {
    this.backslashEscapes = !mode.noBackslashEscapes();
    this.doubleQuotesEscape = backslashEscapes && !mode.ansiQuotes();
  }

  /** The length of the fixed text before the first gap. */
  int prefix() {
    return count == 0 ? length : cuts[0];
  }

  /** The pattern of the statement last taken apart. */
  StatementPattern pattern(long hash, long digest) {
    return new StatementPattern(
        Arrays.copyOf(text, length),
        Arrays.copyOf(cuts, count),
        Arrays.copyOf(gaps, count),
        backslashEscapes,
        hash,
        digest);
  }

  /** Takes the statement in {@code [from, to)} apart; false when it has no pattern. */
  boolean find(byte[] bytes, int from, int to) {
    length = 0;
    count = 0;
    behindBy = false;
    int fixed = from;
    int i = from;
    while (i < to) {
      int behindFixed = fixedEnd(bytes, i, to);
      if (behindFixed == LiteralScan.NONE) {
        return false;
      }
      if (behindFixed > i) {
        i = behindFixed;
        continue;
      }
      Gap gap = gap(bytes, from, i, to);
      int end = StatementPattern.end(gap, bytes, i, to, backslashEscapes);
      if (end == LiteralScan.NONE || !keep(bytes, fixed, i) || count == MOST_GAPS) {
        return false;
      }
      cuts[count] = length;
      gaps[count++] = gap;
      i = end;
      fixed = end;
    }
    return keep(bytes, fixed, to);
  }

  private boolean keep(byte[] bytes, int from, int to) {
    if (length + to - from > LONGEST_TEXT) {
      return false;
    }
    System.arraycopy(bytes, from, text, length, to - from);
    length += to - from;
    return true;
  }

  /**
   * The end of fixed text that begins at {@code at}; {@code at} itself if a gap begins there, and
   * {@link LiteralScan#NONE} if the statement is refused.
   */
  private int fixedEnd(byte[] bytes, int at, int to) {
    byte b = bytes[at];
    if (Bytes.isDigit(b)) {
      boolean fixed = behindBy || LiteralScan.number(bytes, at, to) == LiteralScan.NONE;
      return fixed ? joined(bytes, at, to) : at;
    }
    if (LiteralScan.joins(b)) {
      int end = joined(bytes, at, to);
      if (end - at == 2 && word(bytes, at, 'b', 'y')) {
        openSinceBy = behindBy ? Math.max(0, openSinceBy) : 0;
        behindBy = true;
      } else if (openSinceBy <= 0 && endsList(bytes, at, end)) {
        behindBy = false;
      }
      boolean prefixed = end < to && bytes[end] == '\'';
      return prefixed ? LiteralScan.string(bytes, end, to, backslashEscapes) : end;
    }
    return switch (b) {
      case '\'' -> behindBy ? LiteralScan.NONE : at;
      case '(' -> {
        boolean gap = behindValues(bytes, at) && rows(bytes, at, to);
        openSinceBy += gap ? 0 : 1;
        yield gap ? at : at + 1;
      }
      case ')' -> {
        openSinceBy--;
        yield at + 1;
      }
      case '"', '`' -> quotedEnd(bytes, at, to, b);
      case '#' -> LiteralScan.NONE;
      case '-' -> bytes[at + 1] == '-' ? LiteralScan.NONE : at + 1;
      case '/' -> bytes[at + 1] == '*' ? LiteralScan.NONE : at + 1;
      default -> at + 1;
    };
  }

  private static boolean endsList(byte[] bytes, int at, int end) {
    return end - at == 5 && word(bytes, at, 'l', 'i', 'm', 'i', 't');
  }

  private boolean rows(byte[] bytes, int at, int to) {
    return LiteralScan.rows(bytes, at, to, true, backslashEscapes) != LiteralScan.NONE
        || LiteralScan.rows(bytes, at, to, false, backslashEscapes) != LiteralScan.NONE;
  }

  private Gap gap(byte[] bytes, int from, int at, int to) {
    if (bytes[at] == '(') {
      int several = LiteralScan.rows(bytes, at, to, true, backslashEscapes);
      return several == LiteralScan.NONE ? Gap.SINGLE_VALUE_ROWS : Gap.ROWS;
    }
    int single = LiteralScan.list(bytes, at, to, 1, backslashEscapes);
    if (single != LiteralScan.NONE && behindIn(bytes, from, at)) {
      int closing = LiteralScan.space(bytes, single, to);
      if (closing < to && bytes[closing] == ')') {
        return Gap.IN_LIST;
      }
    }
    if (LiteralScan.list(bytes, at, to, 2, backslashEscapes) != LiteralScan.NONE) {
      return Gap.LIST;
    }
    return bytes[at] == '\'' ? Gap.STRING : Gap.NUMBER;
  }

  /** Whether the word VALUES stands before an index, white space aside. */
  private static boolean behindValues(byte[] bytes, int at) {
    int i = spaceBefore(bytes, at);
    return i >= 7
        && word(bytes, i - 6, 'v', 'a', 'l', 'u', 'e', 's')
        && !LiteralScan.joins(bytes[i - 7])
        && bytes[i - 7] != '`';
  }

  private static boolean behindIn(byte[] bytes, int from, int at) {
    int opening = spaceBefore(bytes, at) - 1;
    if (opening <= from || bytes[opening] != '(') {
      return false;
    }
    int i = spaceBefore(bytes, opening);
    return i - 3 >= from && word(bytes, i - 2, 'i', 'n') && !LiteralScan.joins(bytes[i - 3]);
  }

  private static int spaceBefore(byte[] bytes, int at) {
    int i = at;
    while (i > 0 && Bytes.isSpace(bytes[i - 1])) {
      i--;
    }
    return i;
  }

  private static boolean word(byte[] bytes, int at, char... letters) {
    for (int i = 0; i < letters.length; i++) {
      if ((bytes[at + i] | 0x20) != letters[i]) {
        return false;
      }
    }
    return true;
  }

  private int quotedEnd(byte[] bytes, int at, int to, byte quote) {
    boolean escapes = doubleQuotesEscape && quote == '"';
    int closing = Spans.closingQuote(bytes, at + 1, to + 1, quote, escapes);
    return closing < to ? closing + 1 : LiteralScan.NONE;
  }

  /** The end of a name with what is joined to it: {@code t0_.id}, {@code @@session.x}. */
  private static int joined(byte[] bytes, int at, int to) {
    int i = at;
    while (i < to && LiteralScan.joins(bytes[i])) {
      i++;
    }
    return i;
  }
}
