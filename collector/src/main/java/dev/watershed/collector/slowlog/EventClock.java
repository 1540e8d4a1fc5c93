package dev.watershed.collector.slowlog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When an event's statement ended: the time line where it has a zone (its own or the configured
 * one), else {@code End} of {@code log_slow_extra}, else {@code SET timestamp}, which MariaDB sets
 * to the start. Local times are shifted with the zone's rules, once per hour of the log.
 */
final class EventClock {

  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final long MICROS_PER_HOUR = 3_600L * MICROS_PER_SECOND;

  private final Optional<ZoneId> zone;
  private long cachedHour = Long.MIN_VALUE;
  private long cachedShift;

  EventClock(Optional<ZoneId> zone) {
    this.zone = zone;
  }

  /** Microseconds since 1970, or {@link ReaderState#NO_TIME} when the header tells nothing. */
  long endMicros(Header header, long queryTimeMicros) {
    long timeLine = timeLineMicros(header);
    if (timeLine != ReaderState.NO_TIME) {
      return timeLine;
    }
    if (header.hasEnd()) {
      return header.endMicros();
    }
    if (header.hasSetTimestamp()) {
      return header.setTimestampMicros() + (header.mariaDb() ? queryTimeMicros : 0);
    }
    return ReaderState.NO_TIME;
  }

  /** The time of the header's time line, or {@link ReaderState#NO_TIME}. */
  long timeLineMicros(Header header) {
    if (header.timeForm() == TimeLine.Form.ZONED) {
      return header.timeMicros();
    }
    if (header.timeForm() == TimeLine.Form.LOCAL && zone.isPresent()) {
      return toUtc(header.timeMicros(), zone.get());
    }
    return ReaderState.NO_TIME;
  }

  private long toUtc(long localMicros, ZoneId rules) {
    long hour = Math.floorDiv(localMicros, MICROS_PER_HOUR);
    if (hour != cachedHour) {
      long seconds = Math.floorDiv(localMicros, MICROS_PER_SECOND);
      Instant asUtc = Instant.ofEpochSecond(seconds);
      cachedShift =
          asUtc.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime().atZone(rules).toEpochSecond()
              - seconds;
      cachedHour = hour;
    }
    return localMicros + cachedShift * MICROS_PER_SECOND;
  }
}
