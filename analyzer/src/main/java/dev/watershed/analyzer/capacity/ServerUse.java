package dev.watershed.analyzer.capacity;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a server has and uses; what is unknown is empty.
 *
 * @param active statements that run at once, on average of a slot (Little's law)
 * @param complete whether all statements are in it; else it is too low
 * @param processors of the host that are busy, where a file and {@code cpus} tell
 * @param workingSetBytes an upper bound: data and indexes of all tables in use, or of all tables
 * @param redoBytesPerSecond the peak of a minute
 * @param connections the most that were open
 * @param redoCapacityBytes of the redo log
 * @param maxConnections that the server allows
 * @param observedDays how long redo and connections were observed: shorter peaks are lower bounds
 */
public record ServerUse(
    String server,
    String dataSet,
    Series active,
    boolean complete,
    Optional<Series> processors,
    OptionalLong workingSetBytes,
    OptionalDouble redoBytesPerSecond,
    OptionalLong connections,
    OptionalLong redoCapacityBytes,
    OptionalLong maxConnections,
    double observedDays,
    ServerLimits limits) {

  public ServerUse {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(dataSet, "dataSet");
    Objects.requireNonNull(active, "active");
    Objects.requireNonNull(processors, "processors");
    Objects.requireNonNull(workingSetBytes, "workingSetBytes");
    Objects.requireNonNull(redoBytesPerSecond, "redoBytesPerSecond");
    Objects.requireNonNull(connections, "connections");
    Objects.requireNonNull(redoCapacityBytes, "redoCapacityBytes");
    Objects.requireNonNull(maxConnections, "maxConnections");
    Objects.requireNonNull(limits, "limits");
  }

  /**
   * The processors that it needs: those of the host, or else its active statements as an upper
   * bound, for these wait as well; empty where statements are missing.
   */
  public Optional<Series> demand() {
    return processors.isPresent() || !complete ? processors : Optional.of(active);
  }

  /** Whether redo and connections were observed for a day, so that their peaks may count. */
  public boolean observedForADay() {
    return observedDays >= Together.LEAST_DAYS;
  }
}
