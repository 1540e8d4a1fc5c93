package dev.watershed.workload.store.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long a window is, the finest first. Windows begin at whole multiples of their length, in UTC.
 */
public enum WindowLevel {
  SLOT("slot", Duration.ofMinutes(15)),
  HOUR("hour", Duration.ofHours(1)),
  /** The hours of a day, each still by itself, in one file. */
  HOURS("hours", Duration.ofDays(1)),
  DAY("day", Duration.ofDays(1)),
  /** All that a snapshot holds of a server: it begins at a slot, and its header says the end. */
  SPAN("span", Duration.ofMinutes(15));

  private final String key;
  private final Duration length;

  WindowLevel(String key, Duration length) {
    this.key = key;
    this.length = length;
  }

  /** The name in file names. */
  public String key() {
    return key;
  }

  /** From the start of a window to its end; of a {@link #SPAN} the least. */
  public Duration length() {
    return length;
  }

  /** The start of the window that holds an instant. */
  public Instant startOf(Instant instant) {
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
  }

  static Optional<WindowLevel> of(String key) {
    return Arrays.stream(values()).filter(level -> level.key.equals(key)).findFirst();
  }
}
