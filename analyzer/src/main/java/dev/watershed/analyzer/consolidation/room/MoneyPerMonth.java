package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.cost.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums what the servers cost that a placement needs, by the rule of {@link FleetRoom}. */
final class MoneyPerMonth {

  private MoneyPerMonth() {}

  static FleetRoom of(
      FleetCapacity capacity,
      Leftovers leftovers,
      Placement today,
      Placement placement,
      LoadShares shares,
      List<ServerRoom> rooms) {
    SortedMap<String, MoneyRange> sums = new TreeMap<>();
    List<String> without = new ArrayList<>();
    for (int each = 0; each < rooms.size(); each++) {
      CapacityServer server = capacity.servers().get(each);
      Optional<Money> cost = server.use().limits().costPerMonth();
      if (cost.isEmpty()) {
        without.add(server.name());
        continue;
      }
      String own = server.dataSet();
      Occupancy occupancy = rooms.get(each).occupancy();
      boolean wasUsed = leftovers.of(own, today, 1) == Occupancy.USED;
      boolean mayGo = wasUsed && occupancy != Occupancy.USED;
      boolean goes =
          mayGo
              && occupancy == Occupancy.EMPTY
              && shares.targets(own).stream().allMatch(target -> fits(target, rooms));
      Money nothing = cost.get().times(0);
      sums.merge(
          cost.get().currency(),
          new MoneyRange(mayGo ? nothing : cost.get(), goes ? nothing : cost.get()),
          MoneyRange::plus);
    }
    return new FleetRoom(rooms, List.copyOf(sums.values()), without);
  }

  private static boolean fits(String dataSet, List<ServerRoom> rooms) {
    return rooms.stream()
        .filter(room -> room.dataSet().equals(dataSet) && !room.takesFrom().isEmpty())
        .allMatch(room -> room.fits().orElse(false));
  }
}
