package dev.watershed.workload.store;

import dev.watershed.workload.store.window.WindowLevel;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * A day of a server.
 *
 * @param day when it begins, in UTC
 */
public record ServerDay(String server, Instant day) implements Serializable {

  private static final long serialVersionUID = 1L;

  public ServerDay {
    Objects.requireNonNull(server, "server");
    if (!WindowLevel.DAY.startOf(day).equals(day)) {
      throw new IllegalArgumentException("not the start of a day: " + day);
    }
  }

  /** When it ends. */
  Instant end() {
    return day.plus(WindowLevel.DAY.length());
  }
}
