package dev.watershed.collector.slowlog;

/**
 * When a header group says that its statement ended, for the comparison of neighbours: microseconds
 * from the time line, or whole seconds from {@code SET timestamp}.
 */
record GroupTime(long micros, boolean wholeSeconds) {

  private static final long MICROS_PER_SECOND = 1_000_000L;

  /** The time of a header; {@link ReaderState#NO_TIME} microseconds when it has none. */
  static GroupTime of(Header header, EventClock clock) {
    long micros = clock.timeLineMicros(header);
    if (micros != ReaderState.NO_TIME) {
      return new GroupTime(micros, header.timeWholeSeconds());
    }
    return new GroupTime(header.setTimestampMicros(), true);
  }

  /** This time, or the other where this one is not known. */
  GroupTime or(GroupTime other) {
    return known() ? this : other;
  }

  boolean known() {
    return micros != Long.MIN_VALUE;
  }

  /** Whether this time is not after the other; in whole seconds where one side has only these. */
  boolean notAfter(GroupTime other) {
    if (!known() || !other.known()) {
      return true;
    }
    if (wholeSeconds || other.wholeSeconds) {
      return Math.floorDiv(micros, MICROS_PER_SECOND)
          <= Math.floorDiv(other.micros, MICROS_PER_SECOND);
    }
    return micros <= other.micros;
  }
}
