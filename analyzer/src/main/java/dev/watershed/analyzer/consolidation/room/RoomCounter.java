package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Counts what servers have to hold in a placement. What comes from another set of data comes from
 * all of its servers, redo from those that take writes, and goes to those that do: an upper bound
 * where replicas could answer some of it. Series are summed minute by minute, so that peaks at
 * different hours do not add up.
 */
public final class RoomCounter {

  private final CouplingInput input;
  private final FleetCapacity capacity;
  private final Leftovers leftovers;
  private final DataSizes sizes;
  private final Placement today;

  /**
   * @param sizes of the tables of the facts
   */
  public RoomCounter(CouplingFacts facts, TableSizes sizes, FleetCapacity capacity) {
    input = facts.input();
    today = Placement.today(facts);
    this.capacity = capacity;
    this.leftovers = new Leftovers(facts);
    this.sizes = new DataSizes(input.tables(), sizes);
  }

  /** What they hold and cost as it is. */
  public FleetRoom today() {
    return of(today);
  }

  /** What they have to hold, and what they cost. */
  public FleetRoom of(Placement placement) {
    if (capacity.servers().isEmpty()) {
      return FleetRoom.NONE;
    }
    LoadShares shares = LoadShares.of(input, placement);
    List<ServerRoom> rooms = new ArrayList<>();
    for (CapacityServer server : capacity.servers()) {
      rooms.add(room(server, placement, shares));
    }
    return MoneyPerMonth.of(capacity, leftovers, today, placement, shares, rooms);
  }

  private ServerRoom room(CapacityServer server, Placement placement, LoadShares shares) {
    String own = server.dataSet();
    List<CapacityServer> coming = coming(server, shares);
    Occupancy occupancy = leftovers.of(own, placement, shares.of(own, own));
    Optional<Series> demand = demand(server, own, shares);
    for (CapacityServer other : coming) {
      Optional<Series> part = demand(other, own, shares);
      demand =
          demand.isPresent() && part.isPresent()
              ? Optional.of(demand.get().plus(part.get()))
              : Optional.empty();
    }
    ServerUse use = server.use();
    OptionalDouble redo = use.redoBytesPerSecond();
    OptionalLong connections = use.connections();
    boolean whole = true;
    for (CapacityServer other : coming) {
      redo = writes(other) ? plus(redo, other.use().redoBytesPerSecond()) : redo;
      connections = plus(connections, other.use().connections());
      whole &= leftovers.of(other.dataSet(), placement, 0) == Occupancy.EMPTY;
    }
    OptionalLong data = sizes.of(own, use.workingSetBytes(), today, placement);
    RoomLimits limits = new RoomLimits(server, coming, whole);
    limits.processors(demand);
    limits.memory(data);
    limits.redo(redo);
    limits.connections(connections);
    return new ServerRoom(
        server.name(),
        own,
        coming.stream().map(CapacityServer::dataSet).distinct().toList(),
        occupancy,
        demand.map(Series::peak).orElse(OptionalDouble.empty()),
        demand.map(Series::days).orElse(0.0),
        data,
        redo,
        connections,
        use.redoCapacityBytes(),
        use.maxConnections(),
        use.limits(),
        limits.tooMuch(),
        limits.unknown(),
        limits.unchecked());
  }

  /** The servers of other sets of data whose load this one has to take. */
  private List<CapacityServer> coming(CapacityServer server, LoadShares shares) {
    if (!writes(server)) {
      return List.of();
    }
    return capacity.servers().stream()
        .filter(other -> shares.targets(other.dataSet()).contains(server.dataSet()))
        .toList();
  }

  /** Whether it takes writes: the redo of a replica is that of its primary again. */
  private boolean writes(CapacityServer server) {
    return capacity.writable(server.dataSet()).contains(server);
  }

  /** The part of a server's demand that a set of data has to take, minute by minute. */
  private static Optional<Series> demand(CapacityServer server, String to, LoadShares shares) {
    Optional<Series> whole = server.use().demand();
    boolean stays = server.dataSet().equals(to) && shares.targets(to).isEmpty();
    return stays ? whole : whole.map(series -> part(series, server, to, shares));
  }

  private static Series part(Series whole, CapacityServer server, String to, LoadShares shares) {
    TreeMap<Long, Double> portions = new TreeMap<>();
    List<String> services = server.slots().services();
    double[] share = new double[services.size() + 1];
    for (int service = 0; service < share.length; service++) {
      Optional<String> name =
          service < services.size() ? Optional.of(services.get(service)) : Optional.empty();
      share[service] = shares.of(server.dataSet(), name, to);
    }
    for (int slot = 0; slot < server.slots().size(); slot++) {
      double part = 0;
      for (int service = 0; service < share.length; service++) {
        part += share[service] * server.slots().micros(service, slot);
      }
      long all = server.slots().micros(slot);
      portions.put(server.slots().minute(slot), all == 0 ? 0 : part / all);
    }
    double usual = shares.of(server.dataSet(), to);
    long width = server.slots().width().toMinutes();
    TreeMap<Long, Double> values = new TreeMap<>();
    whole
        .values()
        .forEach(
            (minute, value) -> {
              Map.Entry<Long, Double> slot = portions.floorEntry(minute);
              boolean known = slot != null && minute < slot.getKey() + width;
              values.put(minute, value * (known ? slot.getValue() : usual));
            });
    return new Series(values, whole.widthMinutes());
  }

  private static OptionalDouble plus(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of(one.getAsDouble() + other.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalLong plus(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent()
        ? OptionalLong.of(one.getAsLong() + other.getAsLong())
        : OptionalLong.empty();
  }
}
