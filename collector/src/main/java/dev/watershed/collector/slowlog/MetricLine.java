package dev.watershed.collector.slowlog;

import dev.watershed.workload.Execution;
import dev.watershed.workload.Measure;
import java.nio.charset.StandardCharsets;

/**
 * Reads a header line of {@code Key: value} pairs. The order of the keys hardly ever changes inside
 * a log, so the keys of the last line are expected again and compared as words; an unexpected one
 * is looked up by name.
 */
final class MetricLine {

  private static final int MOST_KEYS = 64;
  private static final int LONGEST_KEY = 22;

  // What is expected at a position, as longs: the key with its colon in up to three words that
  // overlap, the mask for keys shorter than a word, and where the words stand.
  private static final int STRIDE = 9;
  private static final int MASK = 0;
  private static final int FIRST = 1;
  private static final int MIDDLE = 2;
  private static final int LAST = 3;
  private static final int MIDDLE_AT = 4;
  private static final int LAST_AT = 5;
  private static final int LENGTH = 6;
  private static final int ZERO_IS_NOTHING = 7;
  private static final int BIT = 8;

  private final long[] keys = new long[MOST_KEYS * STRIDE];
  private final MetricField[] fields = new MetricField[MOST_KEYS];

  /**
   * Reads from {@code at}, behind {@code "# "}, to the end of the line.
   *
   * @param figures whether it is the Query_time line, whose figures have to be readable
   * @return the index of the next line, or a position at or behind {@code limit} when the line is
   *     not complete
   */
  int read(byte[] bytes, int at, int limit, boolean figures, Header header, Execution execution) {
    int i = at;
    int next = 0;
    while (true) {
      while (bytes[i] == ' ' || bytes[i] == '\r') {
        i++;
      }
      if (bytes[i] == '\n' || i >= limit) {
        return i + 1;
      }
      if (next == MOST_KEYS || !expected(bytes, i, next) && !learn(bytes, i, next)) {
        return Words.newline(bytes, i, limit) + 1;
      }
      int key = next * STRIDE;
      i += (int) keys[key + LENGTH];
      next++;
      if (bytes[i] != ' ') {
        i = skip(bytes, i, limit);
        continue;
      }
      i++;
      long bit = keys[key + BIT];
      if (bit != 0 && !header.first(bit)) {
        i = skip(bytes, i, limit);
      } else if (bytes[i] == '0' && bytes[i + 1] == ' ' && keys[key + ZERO_IS_NOTHING] != 0) {
        i++;
      } else {
        int end = value(bytes, i, limit, fields[next - 1], header, execution);
        if (end < 0) {
          end = skip(bytes, i, limit);
          if (figures && end < limit) {
            header.unreadableMetric();
          }
        }
        i = end;
      }
    }
  }

  private boolean expected(byte[] bytes, int at, int index) {
    int key = index * STRIDE;
    long mask = keys[key + MASK];
    long first = Words.at(bytes, at) ^ keys[key + FIRST];
    long middle = Words.at(bytes, at + (int) keys[key + MIDDLE_AT]) ^ keys[key + MIDDLE];
    long last = Words.at(bytes, at + (int) keys[key + LAST_AT]) ^ keys[key + LAST];
    return ((first | middle | last) & mask) == 0 && mask != 0;
  }

  private boolean learn(byte[] bytes, int at, int index) {
    int letters = 0;
    while (letters < LONGEST_KEY + 2 && keyByte(bytes[at + letters])) {
      letters++;
    }
    if (letters == 0 || bytes[at + letters] != ':') {
      return false;
    }
    MetricField field = MetricField.of(new String(bytes, at, letters, StandardCharsets.US_ASCII));
    int length = letters + 1;
    int middleAt = length <= 16 ? 0 : 8;
    int lastAt = Math.max(0, length - 8);
    int key = index * STRIDE;
    fields[index] = field;
    keys[key + MASK] = length >= 8 ? -1L : -1L >>> (64 - 8 * length);
    keys[key + FIRST] = Words.at(bytes, at);
    keys[key + MIDDLE] = Words.at(bytes, at + middleAt);
    keys[key + LAST] = Words.at(bytes, at + lastAt);
    keys[key + MIDDLE_AT] = middleAt;
    keys[key + LAST_AT] = lastAt;
    keys[key + LENGTH] = length;
    keys[key + ZERO_IS_NOTHING] = field.zeroIsNothing() ? 1 : 0;
    keys[key + BIT] = field.figure() ? field.bit() : 0;
    return true;
  }

  private static boolean keyByte(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_';
  }

  /** Takes a value; returns the index behind it, or −1 when it is unreadable. */
  private static int value(
      byte[] bytes, int at, int limit, MetricField field, Header header, Execution execution) {
    switch (field.value()) {
      case NUMBER, FLAG:
        return number(bytes, at, field, header, execution);
      case SECONDS:
        return seconds(bytes, at, field, execution);
      case YES_OR_NO:
        execution.set(field.measure().orElseThrow(), bytes[at] == 'Y' ? 1 : 0);
        return skip(bytes, at, limit);
      default:
        return text(bytes, at, limit, field, header);
    }
  }

  private static int number(
      byte[] bytes, int at, MetricField field, Header header, Execution execution) {
    long value = 0;
    int i = at;
    int digit = bytes[i] - '0';
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digit = bytes[++i] - '0';
    }
    if (i == at || i - at > 18 || !atEnd(bytes[i])) {
      return -1;
    }
    if (field == MetricField.RATE_LIMIT) {
      header.rateLimit(value);
    } else {
      boolean flag = field.value() == MetricField.Value.FLAG;
      execution.set(field.measure().orElseThrow(), flag ? Math.min(1, value) : value);
    }
    return i;
  }

  private static int seconds(byte[] bytes, int at, MetricField field, Execution execution) {
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
    if (whole == 0 || whole > 12 || places > 9 || !atEnd(bytes[i])) {
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
    return skip(bytes, at, limit);
  }

  private static int skip(byte[] bytes, int at, int limit) {
    int i = at;
    while (bytes[i] != ' ' && bytes[i] != '\n' && i < limit) {
      i++;
    }
    return i;
  }

  private static boolean atEnd(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == 0;
  }
}
