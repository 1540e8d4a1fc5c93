package dev.watershed.collector.server.status;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a server shows at one moment.
 *
 * @param server the identity of its process
 * @param counters since its start, those that it has, in the units of their figures
 * @param threadsConnected open connections
 * @param threadsRunning those that execute something, Watershed's own among them
 * @param historyListLength undo logs that wait for purge, if it tells
 */
public record StatusSample(
    String server,
    Map<StatusCounter, Long> counters,
    OptionalLong threadsConnected,
    OptionalLong threadsRunning,
    OptionalLong historyListLength) {

  public StatusSample {
    counters =
        counters.isEmpty()
            ? Map.of()
            : java.util.Collections.unmodifiableMap(new EnumMap<>(counters));
  }
}
