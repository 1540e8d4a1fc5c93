package dev.watershed.collector.slowlog;

import dev.watershed.workload.Execution;
import dev.watershed.workload.Measure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a header line of {@code Key: value} pairs. The order of the keys hardly ever changes inside
 * a log, so the keys of the last line are expected again, in {@link MetricRuns runs}; an unexpected
 * one is looked up by name.
 */
final class MetricLine {

  private static final int MOST_KEYS = 64;
  private static final int LONGEST_KEY = 22;
  private static final int NO_VALUE = -1;

  // The keys that are expected, by their position in the line.
  private final MetricField[] fields = new MetricField[MOST_KEYS];
  private final long[] bits = new long[MOST_KEYS];
  private final byte[][] names = new byte[MOST_KEYS][];
  private final MetricRuns runs = new MetricRuns(MOST_KEYS);

  // Where keys and values of the line at hand begin, as far as they were looked at one by one.
  private final int[] keyStarts = new int[MOST_KEYS];
  private final int[] valueStarts = new int[MOST_KEYS];

  /**
   * Reads from {@code at}, behind {@code "# "}, to the end of the line.
   *
   * @param figures whether it is the Query_time line, whose figures have to be readable
   * @return the index of the next line, or a position at or behind {@code limit} when the line is
   *     not complete
   */
  int read(byte[] bytes, int at, int limit, boolean figures, Header header, Execution execution) {
    boolean learning = runs.changed();
    int i = at;
    int next = 0;
    int single = 0;
    while (true) {
      while (bytes[i] == ' ' || bytes[i] == '\r') {
        i++;
      }
      if (bytes[i] == '\n' || i >= limit) {
        if (learning && i < limit) {
          runs.learn(bytes, at, i, keyStarts, valueStarts, next);
        }
        return i + 1;
      }
      if (next >= single && !learning) {
        int equal = runs.match(bytes, i, limit, next);
        int end = runs.end(next);
        if (equal > 0 && equal == runs.length(next)) {
          header.seen(runs.bits(next, end));
          next = end;
          i = value(bytes, i + equal, limit, next++, figures, header, execution);
          continue;
        }
        int differing = runs.differing(next, equal);
        if (differing > next) {
          header.seen(runs.bits(next, differing));
          i += runs.distance(next, differing);
          next = differing;
        }
        single = next + 1;
      }
      if (next == MOST_KEYS) {
        return Words.newline(bytes, i, limit) + 1;
      }
      if (!expected(bytes, i, limit, next) && !replace(bytes, i, next)) {
        // A damaged key: those behind it are read all the same, but the line is no model.
        learning = false;
        i = Words.blankOrNewline(bytes, i, limit);
        continue;
      }
      keyStarts[next] = i;
      i += names[next].length;
      valueStarts[next] = bytes[i] == ' ' ? i + 1 : NO_VALUE;
      if (bytes[i] == ' ') {
        i = value(bytes, i + 1, limit, next, figures, header, execution);
      } else {
        i = Words.blankOrNewline(bytes, i, limit);
      }
      next++;
    }
  }

  private boolean expected(byte[] bytes, int at, int limit, int index) {
    byte[] name = names[index];
    return name != null && Words.startsWith(bytes, at, limit, name);
  }

  private boolean replace(byte[] bytes, int at, int index) {
    int letters = 0;
    while (letters < LONGEST_KEY + 2 && keyByte(bytes[at + letters])) {
      letters++;
    }
    if (letters == 0 || bytes[at + letters] != ':') {
      return false;
    }
    MetricField field = MetricField.of(new String(bytes, at, letters, StandardCharsets.US_ASCII));
    fields[index] = field;
    names[index] = Arrays.copyOfRange(bytes, at, at + letters + 1);
    bits[index] = field.figure() ? field.bit() : 0;
    runs.replaced(index, bits[index]);
    return true;
  }

  /** Takes a value that begins at {@code at}; returns the index behind it. */
  private int value(
      byte[] bytes,
      int at,
      int limit,
      int key,
      boolean figures,
      Header header,
      Execution execution) {
    MetricField field = fields[key];
    boolean zero = bytes[at] == '0' && bytes[at + 1] == ' ' && field.zeroIsNothing();
    runs.saw(key, zero);
    if (bits[key] != 0 && !header.first(bits[key])) {
      return Words.blankOrNewline(bytes, at, limit);
    }
    if (zero) {
      return at + 1;
    }
    int end = value(bytes, at, limit, field, header, execution);
    if (end < 0) {
      end = Words.blankOrNewline(bytes, at, limit);
      if (figures && end < limit) {
        header.unreadableMetric();
      }
    }
    return end;
  }

  private static boolean keyByte(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_';
  }

  /** Takes a value; returns the index behind it, or −1 when it is unreadable. */
  private static int value(
      byte[] bytes, int at, int limit, MetricField field, Header header, Execution execution) {
    switch (field.value()) {
      case NUMBER, FLAG:
        return number(bytes, at, limit, field, header, execution);
      case SECONDS:
        return seconds(bytes, at, limit, field, execution);
      case YES_OR_NO:
        execution.set(field.measure().orElseThrow(), bytes[at] == 'Y' ? 1 : 0);
        return Words.blankOrNewline(bytes, at, limit);
      default:
        return text(bytes, at, limit, field, header);
    }
  }

  private static int number(
      byte[] bytes, int at, int limit, MetricField field, Header header, Execution execution) {
    long value = 0;
    int i = at;
    int digit = bytes[i] - '0';
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digit = bytes[++i] - '0';
    }
    if (i == at || i - at > 18 || !atEnd(bytes, i, limit)) {
      return -1;
    }
    if (field == MetricField.RATE_LIMIT) {
      header.rateLimit(value);
    } else {
      boolean flag = field.value() == MetricField.Value.FLAG;
      if (flag) {
        header.errorNumber(value);
      }
      execution.set(field.measure().orElseThrow(), flag ? Math.min(1, value) : value);
    }
    return i;
  }

  private static int seconds(
      byte[] bytes, int at, int limit, MetricField field, Execution execution) {
    long value = 0;
    int i = at;
    int digit = bytes[i] - '0';
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digit = bytes[++i] - '0';
    }
    int whole = i - at;
    int places = 0;
    if (bytes[i] == '.') {
      digit = bytes[++i] - '0';
      while (digit >= 0 && digit <= 9) {
        value = places < 6 ? value * 10 + digit : value;
        places++;
        digit = bytes[++i] - '0';
      }
      whole = places == 0 ? 0 : whole;
    }
    if (whole == 0 || whole > 12 || places > 9 || !atEnd(bytes, i, limit)) {
      return -1;
    }
    for (; places < 6; places++) {
      value *= 10;
    }
    if (field == MetricField.QUERY_TIME) {
      execution.timeMicros(value);
    } else {
      execution.set(Measure.LOCK_TIME_MICROS, value);
    }
    return i;
  }

  private static int text(byte[] bytes, int at, int limit, MetricField field, Header header) {
    if (field == MetricField.SCHEMA) {
      return header.schemaField(bytes, at, limit);
    }
    if (field == MetricField.END) {
      header.endField(bytes, at);
    } else if (field == MetricField.QC_HIT) {
      header.queryCacheField();
    }
    return Words.blankOrNewline(bytes, at, limit);
  }

  /** Behind the limit nothing is known yet: the line is read again when there is more of it. */
  private static boolean atEnd(byte[] bytes, int at, int limit) {
    byte b = bytes[at];
    return b == ' ' || b == '\n' || b == '\r' || at >= limit;
  }
}
