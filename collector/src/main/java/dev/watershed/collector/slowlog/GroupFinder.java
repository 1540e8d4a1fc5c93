package dev.watershed.collector.slowlog;

import java.nio.charset.StandardCharsets;

/**
 * Finds the lines that may end a statement: the start of a header group, a lone {@code #
 * Query_time} line, and the banner that a server writes when it starts. Whether such a line really
 * is a boundary is not decided here.
 */
public final class GroupFinder {

  /** Nothing found before the limit, and the input goes on. */
  static final int NEED_MORE = -1;

  /** What stands at the index found. */
  enum Kind {
    GROUP,
    LONE_QUERY_TIME,
    BANNER,
    END
  }

  private static final int MARGIN = 64;
  private static final byte[] TCP_PORT = ascii("Tcp port: ");
  private static final byte[] TCP_PORT_WINDOWS = ascii("TCP Port: ");
  private static final byte[] STARTED_WITH = ascii("started with:");
  private static final byte[] TIME_COLUMN = ascii("Time");
  private static final byte[] COMMAND_COLUMN = ascii("Id Command");
  private static final byte[] ARGUMENT_COLUMN = ascii("Argument");

  private Kind kind = Kind.END;
  private int safe;
  private boolean safeAtLineStart;

  /** What the last {@link #next} found. */
  Kind kind() {
    return kind;
  }

  /** After {@link #NEED_MORE}: before this index there is nothing to be found. */
  int safe() {
    return safe;
  }

  /** After {@link #NEED_MORE}: whether a line begins at {@link #safe()}. */
  boolean safeAtLineStart() {
    return safeAtLineStart;
  }

  /**
   * The first candidate in {@code [from, limit)}.
   *
   * @param atLineStart whether a line begins at {@code from}
   * @return its index; {@code limit} at the end of the input; or {@link #NEED_MORE}
   */
  int next(byte[] bytes, int from, int limit, boolean ended, boolean atLineStart) {
    int reach = ended ? limit : limit - MARGIN;
    int previous = -1;
    int line = from;
    if (!atLineStart) {
      line = Words.newline(bytes, from, limit) + 1;
    }
    while (line < reach) {
      byte first = bytes[line];
      if (first == '#' && group(bytes, line, limit, ended)) {
        if (!ended && mayBeBanner(bytes, line, limit)) {
          safe = line;
          safeAtLineStart = true;
          return NEED_MORE;
        }
        if (bannerAt(bytes, line, limit)) {
          kind = Kind.BANNER;
        }
        return line;
      }
      if (first == 'T' && previous >= 0 && banner(bytes, previous, line, limit)) {
        int columns = Words.newline(bytes, line, limit) + 1;
        int behind = Words.newline(bytes, Math.min(columns, limit), limit);
        if (behind >= limit && !ended) {
          safe = previous;
          safeAtLineStart = true;
          return NEED_MORE;
        }
        if (columns(bytes, columns, behind)) {
          kind = Kind.BANNER;
          return previous;
        }
      }
      previous = line;
      line = Words.newline(bytes, line, limit) + 1;
    }
    if (ended) {
      kind = Kind.END;
      return limit;
    }
    return starve(bytes, previous, line, limit);
  }

  /** Whether a banner, be it behind a line that was cut, begins at {@code at}. */
  public static boolean bannerAt(byte[] bytes, int at, int limit) {
    int second = Words.newline(bytes, at, limit) + 1;
    if (second >= limit || bytes[second] != 'T' || !banner(bytes, at, second, limit)) {
      return false;
    }
    int third = Words.newline(bytes, second, limit) + 1;
    int behind = Words.newline(bytes, Math.min(third, limit), limit);
    return columns(bytes, third, behind);
  }

  /**
   * Whether what follows may make a banner of the line at {@code at}: one that was cut begins as a
   * header does. What goes on for thousands of bytes is none.
   */
  static boolean mayBeBanner(byte[] bytes, int at, int limit) {
    if (limit - at >= MARGIN * MARGIN) {
      return false;
    }
    int second = Words.newline(bytes, at, limit) + 1;
    int third = Words.newline(bytes, Math.min(second, limit), limit) + 1;
    boolean whole = Words.newline(bytes, Math.min(third, limit), limit) < limit;
    return !whole && (second > limit || endsBannerLine(bytes, second));
  }

  /** The index behind the banner whose first line begins at {@code at}. */
  public static int behindBanner(byte[] bytes, int at, int limit) {
    int second = Words.newline(bytes, at, limit) + 1;
    int third = Words.newline(bytes, Math.min(second, limit), limit) + 1;
    return Math.min(limit, Words.newline(bytes, Math.min(third, limit), limit) + 1);
  }

  private int starve(byte[] bytes, int previous, int line, int limit) {
    safeAtLineStart = line <= limit;
    safe = Math.min(line, limit);
    if (safeAtLineStart && previous >= 0 && endsBannerLine(bytes, line)) {
      safe = previous;
    } else if (!safeAtLineStart && previous >= 0 && limit - previous < MARGIN * MARGIN) {
      safe = previous;
      safeAtLineStart = true;
    }
    return NEED_MORE;
  }

  private boolean group(byte[] bytes, int at, int limit, boolean ended) {
    if (HeaderParser.startsGroup(bytes, at, limit)
        || ended && limit - at < MARGIN && HeaderParser.startsCutGroup(bytes, at, limit)) {
      kind = Kind.GROUP;
      return true;
    }
    if (HeaderParser.queryTime(bytes, at, limit)) {
      kind = Kind.LONE_QUERY_TIME;
      return true;
    }
    return false;
  }

  /** Whether a range is the line with the names of columns, the third of a banner. */
  private static boolean columns(byte[] bytes, int from, int to) {
    if (from + TIME_COLUMN.length >= to
        || !Words.startsWith(bytes, from, to, TIME_COLUMN)
        || !Texts.white(bytes[from + TIME_COLUMN.length])) {
      return false;
    }
    int end = Texts.trimmedEnd(bytes, from, to);
    for (int i = from; i < end; i++) {
      if (bytes[i] == 'I' && Words.startsWith(bytes, i, end, COMMAND_COLUMN)) {
        int argument = end - ARGUMENT_COLUMN.length;
        return argument > i + COMMAND_COLUMN.length
            && Words.startsWith(bytes, argument, end, ARGUMENT_COLUMN)
            && Texts.blank(bytes, i + COMMAND_COLUMN.length, argument);
      }
    }
    return false;
  }

  private static boolean banner(byte[] bytes, int previous, int line, int limit) {
    boolean port =
        Words.startsWith(bytes, line, limit, TCP_PORT)
            || Words.startsWith(bytes, line, limit, TCP_PORT_WINDOWS);
    return port && line - previous > STARTED_WITH.length && endsBannerLine(bytes, line);
  }

  private static boolean endsBannerLine(byte[] bytes, int nextLine) {
    int end = nextLine - 1;
    if (end > 0 && bytes[end - 1] == '\r') {
      end--;
    }
    int start = end - STARTED_WITH.length;
    return start >= 0 && Words.startsWith(bytes, start, end, STARTED_WITH);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
