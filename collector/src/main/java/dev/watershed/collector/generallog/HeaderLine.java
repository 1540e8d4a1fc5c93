package dev.watershed.collector.generallog;

import dev.watershed.collector.slowlog.AdministratorCommands;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The beginning of an event, {@code TIME TAB ID COMMAND TAB}. MySQL from 5.7 on writes a time of
 * ISO 8601 with microseconds in every line, MariaDB {@code 261126 17:04:42}, and two tabs where the
 * second is that of the line before.
 *
 * @param time as it stands; empty where the line has none
 * @param connection the id of the connection
 * @param command such as {@code Query} or {@code Init DB}
 * @param argumentFrom the index of what follows: the statement
 */
record HeaderLine(String time, long connection, String command, int argumentFrom) {

  static final String QUERY = "Query";

  private static final int LONGEST_TIME = 40;
  private static final int LONGEST_COMMAND = 48;
  private static final int MOST_DIGITS = 18;
  private static final int SHORT_TIME = "261126 17:04:42".length();

  /** The event that begins at the start of a line; empty if none does. */
  static Optional<HeaderLine> at(byte[] bytes, int from, int limit) {
    int i = from;
    int timeTo = from;
    if (starts(bytes, i, limit, '\t') && starts(bytes, i + 1, limit, '\t')) {
      i += 2;
    } else {
      timeTo = timeEnd(bytes, from, limit);
      if (timeTo == from || !starts(bytes, timeTo, limit, '\t')) {
        return Optional.empty();
      }
      i = timeTo + 1;
    }
    while (starts(bytes, i, limit, ' ')) {
      i++;
    }
    int digits = i;
    long connection = 0;
    while (i < limit && digit(bytes[i]) && i - digits < MOST_DIGITS) {
      connection = connection * 10 + bytes[i++] - '0';
    }
    if (i == digits || !starts(bytes, i, limit, ' ')) {
      return Optional.empty();
    }
    int name = ++i;
    while (i < limit && i - name < LONGEST_COMMAND && bytes[i] != '\t' && bytes[i] != '\n') {
      i++;
    }
    if (!starts(bytes, i, limit, '\t')) {
      return Optional.empty();
    }
    String command = text(bytes, name, i);
    return command.equals(QUERY) || AdministratorCommands.named(command)
        ? Optional.of(new HeaderLine(text(bytes, from, timeTo), connection, command, i + 1))
        : Optional.empty();
  }

  /** Whether an event of this time may follow one of another time in the same log. */
  boolean follows(String before) {
    return time.isEmpty()
        ? before.length() <= SHORT_TIME
        : before.isEmpty() || time.length() == before.length() && time.compareTo(before) >= 0;
  }

  private static int timeEnd(byte[] bytes, int from, int limit) {
    int end = from;
    while (end < limit && end - from < LONGEST_TIME && timeByte(bytes[end])) {
      end++;
    }
    if (end - from < SHORT_TIME) {
      return from;
    }
    String time = text(bytes, from, end);
    return shortTime(time) || isoTime(time) ? end : from;
  }

  private static boolean shortTime(String time) {
    return time.length() == SHORT_TIME
        && time.charAt(6) == ' '
        && time.charAt(9) == ':'
        && time.charAt(12) == ':';
  }

  private static boolean isoTime(String time) {
    return time.length() > SHORT_TIME
        && time.charAt(4) == '-'
        && time.charAt(7) == '-'
        && time.charAt(10) == 'T'
        && time.charAt(13) == ':';
  }

  private static boolean timeByte(byte b) {
    return digit(b) || b == ' ' || b == ':' || b == '-' || b == '+' || b == '.' || b == 'T'
        || b == 'Z';
  }

  private static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean starts(byte[] bytes, int at, int limit, char expected) {
    return at < limit && bytes[at] == expected;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
