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
  private static final byte[] QUERY_TIME = ascii("# Query_time: ");
  private static final byte[] CLIENT = ascii("# Client: ");
  private static final byte[] STORED_ROUTINE = ascii("# Stored_routine: ");
  private static final byte[] USE = ascii("use ");
  private static final byte[] SET = ascii("SET ");
  private static final byte[] TIMESTAMP = ascii("timestamp=");
  private static final byte[] LAST_INSERT_ID = ascii("last_insert_id=");
  private static final byte[] INSERT_ID = ascii("insert_id=");
  private static final byte[] ID = ascii("Id:");
  private static final int LETTERS = 128;

  /** Longer than every prefix looked for: nearer to the limit, a line may be cut. */
  private static final int MARGIN = 64;

  /** By their first letter, from the first line on that begins so. */
  private final MetricLine[] lines = new MetricLine[LETTERS];

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
    if (i < reach && header.hasQueryTime()) {
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

  /** Whether the input ends inside the first word of a group's first line. */
  static boolean startsCutGroup(byte[] bytes, int at, int limit) {
    return limit - at < USER.length
        && (begins(bytes, at, limit, TIME) && limit - at < TIME.length
            || begins(bytes, at, limit, USER));
  }

  private int line(byte[] bytes, int at, int limit, Header header, Execution execution) {
    byte letter = bytes[at + 2];
    if (letter == 'T' && Words.startsWith(bytes, at, limit, TIME)) {
      return timeLine(bytes, at, limit, header);
    }
    if (letter == 'U' && Words.startsWith(bytes, at, limit, USER)) {
      return userLine(bytes, at + USER.length, limit, header);
    }
    if (letter == 'C' && Words.startsWith(bytes, at, limit, CLIENT)) {
      return clientLine(bytes, at + CLIENT.length, limit, header);
    }
    if (letter == 'S' && Words.startsWith(bytes, at, limit, STORED_ROUTINE)) {
      return Words.newline(bytes, at, limit) + 1;
    }
    if (letter == 'T' && Words.startsWith(bytes, at, limit, THREAD)) {
      header.threadLine();
      header.connection(at + THREAD.length);
    }
    if (bytes[at + 1] != ' ' || letter < 'A' || letter > 'Z') {
      return Words.newline(bytes, at, limit) + 1;
    }
    boolean figures = letter == 'Q' && !header.hasQueryTime() && queryTime(bytes, at, limit);
    if (figures) {
      header.queryTime();
    }
    if (lines[letter] == null) {
      lines[letter] = new MetricLine();
    }
    return lines[letter].read(bytes, at + 2, limit, figures, header, execution);
  }

  /** Whether a line that begins {@code # Query_time:} and a digit stands at {@code at}. */
  static boolean queryTime(byte[] bytes, int at, int limit) {
    byte digit = bytes[Math.min(limit, at + QUERY_TIME.length)];
    return digit >= '0' && digit <= '9' && Words.startsWith(bytes, at, limit, QUERY_TIME);
  }

  /**
   * Whether the end of the input cuts the header that was just read: in its {@code #} lines, or at
   * the beginning of a {@code use} or {@code SET} line.
   *
   * @param statement what {@link #parse} returned
   */
  static boolean cut(byte[] bytes, int statement, int limit, Header header) {
    if (statement >= limit) {
      return !header.hasQueryTime() || bytes[limit - 1] != '\n';
    }
    boolean lastLine = Words.newline(bytes, statement, limit) == limit;
    return header.hasQueryTime()
        && !header.hasSetTimestamp()
        && lastLine
        && bytes[limit - 1] != ';'
        && (begins(bytes, statement, limit, USE) || begins(bytes, statement, limit, SET));
  }

  /** Whether a line begins with a word, or is the beginning of it. */
  static boolean begins(byte[] bytes, int at, int limit, byte[] word) {
    int length = Math.min(word.length, limit - at);
    for (int i = 0; i < length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static int clientLine(byte[] bytes, int at, int limit, Header header) {
    int newline = Words.newline(bytes, at, limit);
    int to = Texts.trimmedEnd(bytes, at, newline);
    int digits = to;
    while (digits > at && bytes[digits - 1] >= '0' && bytes[digits - 1] <= '9') {
      digits--;
    }
    boolean port = digits > at && digits < to && bytes[digits - 1] == ':';
    header.client(at, port ? digits - 1 : to);
    return newline + 1;
  }

  private static int timeLine(byte[] bytes, int at, int limit, Header header) {
    int end = header.time(bytes, at + TIME.length);
    if (bytes[end] == '\n') {
      return end + 1;
    }
    int newline = Words.newline(bytes, end, limit);
    int user = end;
    while (user < newline && !userBehindBlank(bytes, user, newline)) {
      user++;
    }
    if (!Texts.blank(bytes, end, user)) {
      header.unreadableTime();
    }
    return user < newline ? userLine(bytes, user + USER.length, limit, header) : newline + 1;
  }

  private static boolean userBehindBlank(byte[] bytes, int at, int newline) {
    return bytes[at] == '#' && bytes[at - 1] == ' ' && Words.startsWith(bytes, at, newline, USER);
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
      header.connection(i + 1);
    }
    while (to > at && (bytes[to - 1] == ' ' || bytes[to - 1] == '\r')) {
      to--;
    }
    header.user(at, to);
    return newline + 1;
  }

  /**
   * Reads {@code use} and the server's own {@code SET} lines, up to the first one that sets a
   * timestamp.
   */
  private static int preamble(byte[] bytes, int at, int limit, int reach, Header header) {
    boolean ended = reach == limit;
    int i = at;
    if (Words.startsWith(bytes, i, limit, USE)) {
      int newline = Words.newline(bytes, i, limit);
      if (newline >= limit && !ended) {
        return limit;
      }
      int to = bytes[newline - 1] == '\r' ? newline - 1 : newline;
      if (bytes[to - 1] == ';') {
        useLine(bytes, i + USE.length, to - 1, header);
        i = newline + 1;
      }
    }
    while (i < reach && !header.hasSetTimestamp() && Words.startsWith(bytes, i, limit, SET)) {
      int newline = Words.newline(bytes, i, limit);
      if (newline >= limit && !ended) {
        return limit;
      }
      if (!setLine(bytes, i + SET.length, newline, header)) {
        return i;
      }
      i = newline + 1;
    }
    return i;
  }

  private static void useLine(byte[] bytes, int from, int to, Header header) {
    boolean quoted = to - from > 1 && bytes[from] == '`' && bytes[to - 1] == '`';
    header.use(quoted ? from + 1 : from, quoted ? to - 1 : to, quoted);
  }

  /** Reads {@code name=number,…;} to the end of the line; false when it is a statement. */
  private static boolean setLine(byte[] bytes, int at, int newline, Header header) {
    int i = at;
    long timestamp = Long.MIN_VALUE;
    while (true) {
      boolean isTimestamp = startsWith(bytes, i, TIMESTAMP);
      if (isTimestamp) {
        i += TIMESTAMP.length;
      } else if (startsWith(bytes, i, LAST_INSERT_ID)) {
        i += LAST_INSERT_ID.length;
      } else if (startsWith(bytes, i, INSERT_ID)) {
        i += INSERT_ID.length;
      } else {
        return false;
      }
      int end = number(bytes, i);
      if (end == i || end - i > 30) {
        return false;
      }
      if (isTimestamp && timestamp == Long.MIN_VALUE) {
        timestamp = micros(bytes, i, end);
      }
      i = end + 1;
      if (bytes[end] == ';' && (i == newline || bytes[i] == '\r')) {
        break;
      }
      if (bytes[end] != ',') {
        return false;
      }
    }
    if (timestamp != Long.MIN_VALUE) {
      header.setTimestampMicros(timestamp);
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] prefix) {
    return Words.startsWith(bytes, at, bytes.length, prefix);
  }

  private static int number(byte[] bytes, int at) {
    int i = at;
    while (bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] == '.' && i > at) {
      i++;
    }
    return i;
  }

  /** Seconds with or without a fraction, as microseconds; no time if they are too many. */
  private static long micros(byte[] bytes, int from, int to) {
    long micros = 0;
    int i = from;
    while (i < to && bytes[i] != '.') {
      micros = micros * 10 + bytes[i++] - '0';
    }
    if (i - from > 12) {
      return Long.MIN_VALUE;
    }
    micros *= 1_000_000;
    long unit = 100_000;
    for (i++; i < to && bytes[i] != '.'; i++) {
      micros += (bytes[i] - '0') * unit;
      unit /= 10;
    }
    return micros;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
