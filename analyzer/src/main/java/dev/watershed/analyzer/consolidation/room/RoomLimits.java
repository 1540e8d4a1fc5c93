package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.capacity.ServerLimits;
import dev.watershed.analyzer.capacity.Together;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Holds the needs of a server against its limits, which are those of {@link Together}. */
final class RoomLimits {

  private final CapacityServer server;
  private final List<CapacityServer> coming;
  private final boolean whole;
  private final List<Saying> tooMuch = new ArrayList<>();
  private final List<Saying> unknown = new ArrayList<>();
  private final List<Saying> unchecked = new ArrayList<>();

  /**
   * @param coming servers of which load comes
   * @param whole whether all that these hold comes; else sums of redo and connections are bounds
   */
  RoomLimits(CapacityServer server, List<CapacityServer> coming, boolean whole) {
    this.server = server;
    this.coming = List.copyOf(coming);
    this.whole = whole;
  }

  List<Saying> tooMuch() {
    return tooMuch;
  }

  List<Saying> unknown() {
    return unknown;
  }

  List<Saying> unchecked() {
    return unchecked;
  }

  private ServerLimits limits() {
    return server.use().limits();
  }

  /** The peak of the summed demand. */
  void processors(Optional<Series> demand) {
    Stream.concat(Stream.of(server), coming.stream())
        .filter(each -> each.use().demand().isEmpty())
        .forEach(
            each ->
                unknown.add(
                    Saying.of(
                        "room.statements",
                        "statements of {0} are missing; capacity.metrics tells its processors",
                        each.name())));
    if (limits().cpus().isEmpty()) {
      unknown.add(Saying.of("room.cpus", "capacity.cpus of {0} is not configured", server.name()));
    }
    if (demand.isPresent() && demand.get().days() < Together.LEAST_DAYS) {
      unknown.add(
          coming.isEmpty()
              ? Saying.of("room.day", "{0} was seen for less than a day", server.name())
              : Saying.of(
                  "room.day-at-once", "all these servers were seen at once for less than a day"));
    }
    if (demand.isPresent()
        && limits().cpus().isPresent()
        && demand.get().peak().orElse(0) > Together.LOAD_LIMIT * limits().cpus().getAsDouble()) {
      tooMuch.add(
          Saying.of(
              "room.peak",
              "the peak takes more than 70 % of the processors of {0}",
              server.name()));
    }
  }

  /** All tables against the buffer pool. */
  void memory(OptionalLong dataBytes) {
    OptionalDouble pool = limits().bufferPoolBytes();
    if (pool.isEmpty()) {
      unknown.add(
          Saying.of("room.pool", "capacity.bufferPoolGiB of {0} is not configured", server.name()));
    }
    if (dataBytes.isEmpty()) {
      unknown.add(
          Saying.of(
              "room.sizes",
              "the sizes of tables are not known: a catalog from the server itself has them, a dump"
                  + " without rows has not"));
    } else if (pool.isPresent() && dataBytes.getAsLong() > pool.getAsDouble()) {
      unknown.add(
          Saying.of(
              "room.larger",
              "the tables are larger than the buffer pool of {0}, and how much of them is used at"
                  + " once is not known",
              server.name()));
    }
  }

  /** Ten minutes of redo at the peak. */
  void redo(OptionalDouble bytesPerSecond) {
    OptionalLong redoCapacity = server.use().redoCapacityBytes();
    if (bytesPerSecond.isEmpty()) {
      unchecked.add(
          Saying.of(
              "room.redo", "redo is not known: collect observes it where the server has a url"));
    } else if (redoCapacity.isEmpty()) {
      unchecked.add(
          Saying.of(
              "room.redo-log",
              "the size of the redo log of {0} is not known: collect reads it where the server has"
                  + " a url",
              server.name()));
    } else if (Together.REDO_SECONDS * bytesPerSecond.getAsDouble() > redoCapacity.getAsLong()) {
      exceeds(
          Saying.of(
              "room.redo-full",
              "ten minutes of redo at the peaks do not fit into the redo log of {0}",
              server.name()));
    } else if (!observedForADay()) {
      unchecked.add(
          Saying.of(
              "room.redo-day", "redo was observed for less than a day: its peak may be higher"));
    }
  }

  /** The most that were open. */
  void connections(OptionalLong most) {
    OptionalLong allowed = server.use().maxConnections();
    if (most.isEmpty() || allowed.isEmpty()) {
      unchecked.add(
          Saying.of(
              "room.connections",
              "connections are not known: collect observes them where the server has a url"));
    } else if (most.getAsLong() > allowed.getAsLong()) {
      exceeds(
          Saying.of(
              "room.connections-full",
              "there are more connections than max_connections of {0}",
              server.name()));
    } else if (!observedForADay()) {
      unchecked.add(
          Saying.of(
              "room.connections-day",
              "connections were observed for less than a day: there may be more"));
    }
  }

  private boolean observedForADay() {
    return Stream.concat(Stream.of(server), coming.stream())
        .allMatch(each -> each.use().observedForADay());
  }

  private void exceeds(Saying clause) {
    if (whole) {
      tooMuch.add(clause);
    } else {
      unknown.add(
          Saying.of(
              "room.if-all", "{0}, if all of what is where the load comes from counts", clause));
    }
  }
}
