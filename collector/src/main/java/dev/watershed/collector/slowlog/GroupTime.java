package dev.watershed.collector.slowlog;

/**
 * When a header group says that its statement ended, for the comparison of neighbours: microseconds
 * from the time line, or whole seconds from {@code SET timestamp}.
 */
record GroupTime(long micros, boolean wholeSeconds) {

  private static final long MICROS_PER_SECOND = 1_000_000L;

  /** The time of a header; {@link Long#MIN_VALUE} microseconds when it has none. */
  static GroupTime of(Header header) {
    if (header.timeForm() == TimeLine.Form.ZONED) {
      return new GroupTime(header.timeMicros(), false);
    }
    return new GroupTime(header.setTimestampMicros(), true);
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
