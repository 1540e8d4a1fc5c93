package dev.watershed.collector.slowlog;

import java.time.LocalDate;

/**
 * Reads the times of a slow log into microseconds since 1970: {@code 2026-11-23T02:13:44.135966Z},
 * the same with an offset, and the forms without a zone, {@code 071015 21:43:52} and {@code 081127
 * 8:51:20}. Remembers the last minute, since events stand in order of time.
 */
final class TimeLine {

  /** What the last call of {@link #read} found. */
  enum Form {
    ABSENT,
    ZONED,
    LOCAL,
    UNREADABLE
  }

  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final int ISO_MINUTE_LENGTH = 16;

  private Form form = Form.ABSENT;
  private long micros;
  private int end;
  private boolean wholeSeconds;
  private long cachedDate;
  private long cachedMinute;
  private long cachedMicros;

  Form form() {
    return form;
  }

  /** The time; for {@link Form#LOCAL} as if the zone were UTC. */
  long micros() {
    return micros;
  }

  /** Whether the time has no fraction. */
  boolean wholeSeconds() {
    return wholeSeconds;
  }

  /** The index behind the time. */
  int end() {
    return end;
  }

  /** Reads a time at {@code at}; the range has zero padding behind its end. */
  Form read(byte[] bytes, int at) {
    form = Form.UNREADABLE;
    end = at;
    if (bytes[at + 4] == '-' && bytes[at + 10] == 'T') {
      readIso(bytes, at);
    } else {
      readOld(bytes, at);
    }
    return form;
  }

  private void readIso(byte[] bytes, int at) {
    long date = Words.at(bytes, at);
    long minute = Words.at(bytes, at + 8);
    if (date != cachedDate || minute != cachedMinute) {
      int year = digits(bytes, at, 4);
      int month = bytes[at + 7] == '-' ? digits(bytes, at + 5, 2) : -1;
      int day = digits(bytes, at + 8, 2);
      int hours = digits(bytes, at + 11, 2);
      int minutes = bytes[at + 13] == ':' ? digits(bytes, at + 14, 2) : -1;
      long start = minuteStart(year, month, day, hours, minutes);
      if (start == Long.MIN_VALUE) {
        return;
      }
      cachedDate = date;
      cachedMinute = minute;
      cachedMicros = start;
    }
    int seconds = digits(bytes, at + ISO_MINUTE_LENGTH + 1, 2);
    if (bytes[at + ISO_MINUTE_LENGTH] != ':' || seconds < 0 || seconds > 60) {
      return;
    }
    micros = cachedMicros + seconds * MICROS_PER_SECOND;
    int i = fraction(bytes, at + 19);
    form = Form.ZONED;
    if (bytes[i] == 'Z') {
      i++;
    } else if (bytes[i] == '+' || bytes[i] == '-') {
      i = offset(bytes, i);
    } else {
      form = Form.LOCAL;
    }
    end = i;
  }

  private int offset(byte[] bytes, int at) {
    int hours = digits(bytes, at + 1, 2);
    int minutes = bytes[at + 3] == ':' ? digits(bytes, at + 4, 2) : -1;
    if (hours < 0 || minutes < 0) {
      form = Form.UNREADABLE;
      return at;
    }
    long shift = (hours * 60L + minutes) * 60 * MICROS_PER_SECOND;
    micros += bytes[at] == '+' ? -shift : shift;
    return at + 6;
  }

  private void readOld(byte[] bytes, int at) {
    int year = digits(bytes, at, 2);
    int month = digits(bytes, at + 2, 2);
    int day = digits(bytes, at + 4, 2);
    int i = at + 6;
    if (year < 0 || bytes[i] != ' ') {
      return;
    }
    while (bytes[i] == ' ') {
      i++;
    }
    int hourDigits = bytes[i + 1] == ':' ? 1 : 2;
    int hours = digits(bytes, i, hourDigits);
    i += hourDigits;
    int minutes = bytes[i] == ':' ? digits(bytes, i + 1, 2) : -1;
    int seconds = bytes[i + 3] == ':' ? digits(bytes, i + 4, 2) : -1;
    long start = minuteStart(2000 + year, month, day, hours, minutes);
    if (start == Long.MIN_VALUE || seconds < 0 || seconds > 60) {
      return;
    }
    micros = start + seconds * MICROS_PER_SECOND;
    end = fraction(bytes, i + 6);
    form = Form.LOCAL;
  }

  private int fraction(byte[] bytes, int at) {
    wholeSeconds = bytes[at] != '.';
    if (wholeSeconds) {
      return at;
    }
    int i = at + 1;
    long unit = MICROS_PER_SECOND / 10;
    while (bytes[i] >= '0' && bytes[i] <= '9') {
      micros += (bytes[i] - '0') * unit;
      unit /= 10;
      i++;
    }
    return i;
  }

  private static long minuteStart(int year, int month, int day, int hours, int minutes) {
    boolean sound =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= 31
            && hours >= 0
            && hours < 24
            && minutes >= 0
            && minutes < 60
            && year >= 0;
    if (!sound || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
      return Long.MIN_VALUE;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return ((days * 24 + hours) * 60 + minutes) * 60 * MICROS_PER_SECOND;
  }

  private static int digits(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      int digit = bytes[at + i] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
