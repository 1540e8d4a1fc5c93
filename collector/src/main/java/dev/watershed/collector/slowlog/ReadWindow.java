package dev.watershed.collector.slowlog;

import dev.watershed.workload.Workload;
import java.time.Instant;
import java.util.Objects;

/**
 * What a stretch of a log showed.
 *
 * @param slotStart where its time slot begins; 1970 while no event of the server had a time
 */
public record ReadWindow(Instant slotStart, Workload workload) {

  public ReadWindow {
    Objects.requireNonNull(slotStart, "slotStart");
    Objects.requireNonNull(workload, "workload");
  }
}
