package dev.watershed.collector.slowlog;

import dev.watershed.workload.Execution;
import java.nio.charset.StandardCharsets;

/**
 * Reads the header of an event: its {@code #} lines, {@code use} and the server's own {@code SET}.
 *
 * <p>Source: MySQL Reference Manual, "The Slow Query Log"; Percona Server, "Slow query log";
 * MariaDB, "Slow Query Log Extended Statistics".
 */
final class HeaderParser {

  /** The header is not complete before the limit. */
  static final int NEED_MORE = -1;

  private static final byte[] TIME = ascii("# Time: ");
  private static final byte[] USER = ascii("# User@Host: ");
  private static final byte[] ADMINISTRATOR = ascii("# administrator command: ");
  private static final byte[] THREAD = ascii("# Thread_id: ");
  private static final byte[] EXPLAIN = ascii("# explain: ");
  private static final byte[] USE = ascii("use ");
  private static final byte[] SET = ascii("SET ");
  private static final byte[] TIMESTAMP = ascii("timestamp=");
  private static final byte[] LAST_INSERT_ID = ascii("last_insert_id=");
  private static final byte[] INSERT_ID = ascii("insert_id=");
  private static final byte[] ID = ascii("Id:");
  private static final int LETTERS = 128;

  /** Longer than every prefix looked for: nearer to the limit, a line may be cut. */
  private static final int MARGIN = 64;

  private final MetricLine[] lines = new MetricLine[LETTERS];

  HeaderParser() {
    for (int letter = 0; letter < LETTERS; letter++) {
      lines[letter] = new MetricLine();
    }
  }

  /**
   * Reads the header that begins at {@code at}.
   *
   * @param ended whether the input ends at {@code limit}
   * @return the index of the statement, or {@link #NEED_MORE}
   */
  int parse(byte[] bytes, int at, int limit, boolean ended, Header header, Execution execution) {
    header.clear();
    execution.clear();
    int reach = ended ? limit : limit - MARGIN;
    int i = at;
    while (i < reach && bytes[i] == '#') {
      if (i != at && bytes[i + 2] == 'a' && Words.startsWith(bytes, i, limit, ADMINISTRATOR)) {
        return i;
      }
      if (i != at && startsAnother(bytes, i, limit, header)) {
        return i;
      }
      i = line(bytes, i, limit, header, execution);
    }
    if (i < reach) {
      i = preamble(bytes, i, limit, reach, header);
    }
    if (i < reach) {
      return i;
    }
    return ended ? limit : NEED_MORE;
  }

  /** Whether a line of a header already begins the next one: the one before it was cut. */
  private static boolean startsAnother(byte[] bytes, int at, int limit, Header header) {
    byte letter = bytes[at + 2];
    boolean time = letter == 'T' && Words.startsWith(bytes, at, limit, TIME);
    boolean user = letter == 'U' && Words.startsWith(bytes, at, limit, USER);
    return time || user && (header.hasQueryTime() || header.hasUserLine());
  }

  /** Whether a line that starts a group begins at {@code at}. */
  static boolean startsGroup(byte[] bytes, int at, int limit) {
    return Words.startsWith(bytes, at, limit, TIME) || Words.startsWith(bytes, at, limit, USER);
  }

  private int line(byte[] bytes, int at, int limit, Header header, Execution execution) {
    byte letter = bytes[at + 2];
    if (letter == 'T' && Words.startsWith(bytes, at, limit, TIME)) {
      return timeLine(bytes, at, limit, header);
    }
    if (letter == 'U' && Words.startsWith(bytes, at, limit, USER)) {
      return userLine(bytes, at + USER.length, limit, header);
    }
    if (letter == 'e' && Words.startsWith(bytes, at, limit, EXPLAIN)) {
      return Words.newline(bytes, at, limit) + 1;
    }
    if (letter == 'T' && Words.startsWith(bytes, at, limit, THREAD)) {
      header.threadLine();
    }
    if (bytes[at + 1] != ' ' || letter < 'A' || letter > 'Z') {
      return Words.newline(bytes, at, limit) + 1;
    }
    return lines[letter].read(bytes, at + 2, limit, header, execution);
  }

  private static int timeLine(byte[] bytes, int at, int limit, Header header) {
    int end = header.time(bytes, at + TIME.length);
    if (bytes[end] == '\n') {
      return end + 1;
    }
    int newline = Words.newline(bytes, end, limit);
    for (int i = end; i < newline; i++) {
      if (bytes[i] == '#' && Words.startsWith(bytes, i, newline, USER)) {
        return userLine(bytes, i + USER.length, limit, header);
      }
    }
    return newline + 1;
  }

  private static int userLine(byte[] bytes, int at, int limit, Header header) {
    int newline = Words.newline(bytes, at, limit);
    int to = newline;
    int i = newline - 1;
    while (i > at && (bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] == ' ' || bytes[i] == '\r')) {
      i--;
    }
    if (i - 2 >= at && bytes[i] == ':' && Words.startsWith(bytes, i - 2, newline, ID)) {
      to = i - 2;
    }
    while (to > at && (bytes[to - 1] == ' ' || bytes[to - 1] == '\r')) {
      to--;
    }
    header.user(at, to);
    return newline + 1;
  }

  /**
   * Reads {@code use} and the server's own {@code SET} lines. Only a {@code SET} that ends in a
   * timestamp is the server's.
   */
  private static int preamble(byte[] bytes, int at, int limit, int reach, Header header) {
    int i = at;
    if (Words.startsWith(bytes, i, limit, USE)) {
      int newline = Words.newline(bytes, i, limit);
      if (newline >= limit) {
        return limit;
      }
      int to = bytes[newline - 1] == '\r' ? newline - 1 : newline;
      if (bytes[to - 1] == ';') {
        useLine(bytes, i + USE.length, to - 1, header);
        i = newline + 1;
      }
    }
    int statement = i;
    while (i < reach
        && Words.startsWith(bytes, i, limit, SET)
        && ownSet(bytes, i + SET.length, limit)) {
      int newline = Words.newline(bytes, i, limit);
      if (newline >= limit) {
        return limit;
      }
      if (timestamp(bytes, i + SET.length, newline, header)) {
        return newline + 1;
      }
      i = newline + 1;
    }
    return i < reach ? statement : limit;
  }

  private static void useLine(byte[] bytes, int from, int to, Header header) {
    boolean quoted = to - from > 2 && bytes[from] == '`' && bytes[to - 1] == '`';
    header.use(quoted ? from + 1 : from, quoted ? to - 1 : to);
  }

  private static boolean ownSet(byte[] bytes, int at, int limit) {
    return Words.startsWith(bytes, at, limit, TIMESTAMP)
        || Words.startsWith(bytes, at, limit, LAST_INSERT_ID)
        || Words.startsWith(bytes, at, limit, INSERT_ID);
  }

  private static boolean timestamp(byte[] bytes, int from, int newline, Header header) {
    for (int i = from; i + TIMESTAMP.length < newline; i++) {
      boolean first = i == from || bytes[i - 1] == ',' || bytes[i - 1] == ' ';
      if (first && Words.startsWith(bytes, i, newline, TIMESTAMP)) {
        return timestampValue(bytes, i + TIMESTAMP.length, header);
      }
    }
    return false;
  }

  private static boolean timestampValue(byte[] bytes, int at, Header header) {
    long micros = 0;
    int i = at;
    while (bytes[i] >= '0' && bytes[i] <= '9' && i - at < 12) {
      micros = micros * 10 + bytes[i] - '0';
      i++;
    }
    micros *= 1_000_000;
    if (i == at) {
      return false;
    }
    if (bytes[i] == '.') {
      long unit = 100_000;
      for (i++; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
        micros += (bytes[i] - '0') * unit;
        unit /= 10;
      }
    }
    header.setTimestampMicros(micros);
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
