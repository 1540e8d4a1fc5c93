package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.capacity.ServerLimits;
import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a server has to hold in a placement, against what it has. Figures of what comes from other
 * servers are upper bounds: the part of a service's load that goes along has that service's peaks,
 * and redo and connections of part of a server count as those of all of it.
 *
 * @param takesFrom sets of data whose load it takes in beside its own
 * @param occupancy what is left on its set of data
 * @param peakProcessors the peak of the summed series; empty where statements are missing and
 *     nothing tells of the host
 * @param days of which this is the peak: those that all series cover
 * @param dataBytes data and indexes of all tables there: an upper bound of the working set
 * @param redoBytesPerSecond the sum of peaks
 * @param connections the sum of the most that were open
 * @param saidTooMuch limits that it exceeds, a clause each
 * @param saidUnknown what keeps it from being told, and what would tell it, a clause each
 * @param saidUnchecked limits that are not known and were passed over, a clause each
 */
public record ServerRoom(
    String server,
    String dataSet,
    List<String> takesFrom,
    Occupancy occupancy,
    OptionalDouble peakProcessors,
    double days,
    OptionalLong dataBytes,
    OptionalDouble redoBytesPerSecond,
    OptionalLong connections,
    OptionalLong redoCapacityBytes,
    OptionalLong maxConnections,
    ServerLimits limits,
    List<Saying> saidTooMuch,
    List<Saying> saidUnknown,
    List<Saying> saidUnchecked) {

  public ServerRoom {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(dataSet, "dataSet");
    takesFrom = List.copyOf(takesFrom);
    Objects.requireNonNull(occupancy, "occupancy");
    Objects.requireNonNull(peakProcessors, "peakProcessors");
    Objects.requireNonNull(dataBytes, "dataBytes");
    Objects.requireNonNull(redoBytesPerSecond, "redoBytesPerSecond");
    Objects.requireNonNull(connections, "connections");
    Objects.requireNonNull(redoCapacityBytes, "redoCapacityBytes");
    Objects.requireNonNull(maxConnections, "maxConnections");
    Objects.requireNonNull(limits, "limits");
    saidTooMuch = List.copyOf(saidTooMuch);
    saidUnknown = List.copyOf(saidUnknown);
    saidUnchecked = List.copyOf(saidUnchecked);
  }

  /** Whether it holds all of it; empty where that cannot be told. */
  public Optional<Boolean> fits() {
    if (!saidTooMuch.isEmpty()) {
      return Optional.of(false);
    }
    return saidUnknown.isEmpty() ? Optional.of(true) : Optional.empty();
  }

  /** The clauses of what is too much in English. */
  public List<String> tooMuch() {
    return Saying.texts(saidTooMuch);
  }

  /** The clauses of what is not known in English. */
  public List<String> unknown() {
    return Saying.texts(saidUnknown);
  }

  /** The clauses of what was passed over in English. */
  public List<String> unchecked() {
    return Saying.texts(saidUnchecked);
  }
}
