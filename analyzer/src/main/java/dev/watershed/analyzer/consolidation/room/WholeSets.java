package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Whether the servers of one set of data hold all of other ones as well (Kairos, SIGMOD 2011):
 * quick, for it needs nothing of statements and tables.
 *
 * @param fits empty where it cannot be told
 * @param tooMuch what does not fit, a clause each
 * @param unknown what keeps it from being told, a clause each
 */
public record WholeSets(Optional<Boolean> fits, List<Saying> tooMuch, List<Saying> unknown) {

  public WholeSets {
    tooMuch = List.copyOf(tooMuch);
    unknown = List.copyOf(unknown);
  }

  /** Judges it for each server of the set that takes writes. */
  public static WholeSets of(FleetCapacity capacity, String stays, List<String> moves) {
    List<CapacityServer> coming = moves.stream().flatMap(set -> capacity.of(set).stream()).toList();
    List<Saying> tooMuch = new ArrayList<>();
    List<Saying> unknown = new ArrayList<>();
    for (CapacityServer server : capacity.writable(stays)) {
      RoomLimits limits = new RoomLimits(server, coming, true);
      limits.processors(sum(server, coming));
      limits.memory(data(capacity, server, moves));
      limits.redo(redo(capacity, server, coming));
      limits.connections(connections(server, coming));
      tooMuch.addAll(limits.tooMuch());
      unknown.addAll(limits.unknown());
    }
    Optional<Boolean> fits =
        !tooMuch.isEmpty()
            ? Optional.of(false)
            : unknown.isEmpty() ? Optional.of(true) : Optional.empty();
    return new WholeSets(fits, tooMuch, unknown);
  }

  private static Optional<Series> sum(CapacityServer server, List<CapacityServer> coming) {
    Optional<Series> sum = server.use().demand();
    for (CapacityServer other : coming) {
      Optional<Series> demand = other.use().demand();
      sum =
          sum.isPresent() && demand.isPresent()
              ? Optional.of(sum.get().plus(demand.get()))
              : Optional.empty();
    }
    return sum;
  }

  /** Each set of data counts once, however many servers hold it. */
  private static OptionalLong data(
      FleetCapacity capacity, CapacityServer server, List<String> moves) {
    List<OptionalLong> all = new ArrayList<>(List.of(server.use().workingSetBytes()));
    moves.forEach(set -> all.add(capacity.of(set).get(0).use().workingSetBytes()));
    return all.stream().allMatch(OptionalLong::isPresent)
        ? OptionalLong.of(all.stream().mapToLong(OptionalLong::getAsLong).sum())
        : OptionalLong.empty();
  }

  /** Of servers that take writes: the redo of a replica is that of its primary again. */
  private static OptionalDouble redo(
      FleetCapacity capacity, CapacityServer server, List<CapacityServer> coming) {
    List<OptionalDouble> all =
        Stream.concat(
                Stream.of(server),
                coming.stream().filter(each -> capacity.writable(each.dataSet()).contains(each)))
            .map(each -> each.use().redoBytesPerSecond())
            .toList();
    return all.stream().allMatch(OptionalDouble::isPresent)
        ? OptionalDouble.of(all.stream().mapToDouble(OptionalDouble::getAsDouble).sum())
        : OptionalDouble.empty();
  }

  private static OptionalLong connections(CapacityServer server, List<CapacityServer> coming) {
    List<OptionalLong> all =
        Stream.concat(Stream.of(server), coming.stream())
            .map(each -> each.use().connections())
            .toList();
    return all.stream().allMatch(OptionalLong::isPresent)
        ? OptionalLong.of(all.stream().mapToLong(OptionalLong::getAsLong).sum())
        : OptionalLong.empty();
  }
}
