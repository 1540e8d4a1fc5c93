package dev.watershed.collector.server.status;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a server did between two samples.
 *
 * @param counters the differences of the counters that both samples have
 * @param current the later sample
 */
public record StatusDifference(Map<StatusCounter, Long> counters, StatusSample current) {

  public StatusDifference {
    counters = java.util.Collections.unmodifiableMap(new EnumMap<>(counters));
    Objects.requireNonNull(current, "current");
  }
}
