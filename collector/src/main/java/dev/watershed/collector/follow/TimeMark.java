package dev.watershed.collector.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How far a file was read whose parts are known by their time alone: those that are later are new.
 * Nobody vouches for the clock that they are of. Once it was ahead and set back, all that comes
 * would be taken for known; so what is far ahead of this machine's clock is no mark, and waits.
 *
 * @param last the latest time that was taken
 */
public record TimeMark(Instant last) {

  /** Before everything. */
  public static final TimeMark NONE = new TimeMark(Instant.EPOCH);

  /** More than clocks differ that somebody looks after. */
  static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  /** What a time is to the mark. */
  public enum Place {
    /** It was taken before. */
    KNOWN,
    /** It is to be taken. */
    NEW,
    /** It is of a clock that is ahead. */
    AHEAD
  }

  public TimeMark {
    Objects.requireNonNull(last, "last");
  }

  /**
   * What a time is.
   *
   * @param now by this machine's clock
   */
  public Place place(Instant time, Instant now) {
    if (time.isAfter(now.plus(MOST_AHEAD))) {
      return Place.AHEAD;
    }
    return time.isAfter(last) ? Place.NEW : Place.KNOWN;
  }

  /** Whether the mark itself is of a clock that was ahead, so that it says nothing. */
  public boolean isAhead(Instant now) {
    return place(last, now) == Place.AHEAD;
  }

  /**
   * Whether a new time is of a clock that was ahead and set back behind it: it stands before a time
   * that was taken, in a file that only grows.
   */
  public static boolean wasAhead(Instant time, Instant takenBehindIt) {
    return time.isAfter(takenBehindIt.plus(MOST_AHEAD));
  }
}
