package dev.watershed.collector.follow;

import dev.watershed.collector.slowlog.CarriedState;
import java.util.Objects;

/**
 * Everything that the next run needs to continue exactly where a window ended.
 *
 * @param position how far the log was read
 * @param carried what the events before tell those that follow
 */
public record LogCursor(LogPosition position, CarriedState carried) {

  public LogCursor {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(carried, "carried");
  }
}
