package dev.watershed.analyzer.consolidation.room;

import java.util.List;
import java.util.Optional;

/**
 * What all servers have to hold and cost in a placement.
 *
 * <p>The money is a range. At its low end every server is given back whose set of data has no table
 * in use left; at its high end only those on which no table is left at all, and whose load is known
 * to fit where it goes. A server that would only be smaller saves nothing: sizes and their prices
 * are not configured. Replicas of a set of data go with it.
 *
 * @param servers in the order of the fleet
 * @param perMonth of the servers whose cost is known, by currency; currencies are never added
 * @param withoutCost servers whose cost is not configured
 */
public record FleetRoom(
    List<ServerRoom> servers, List<MoneyRange> perMonth, List<String> withoutCost) {

  /** Nothing is known. */
  public static final FleetRoom NONE = new FleetRoom(List.of(), List.of(), List.of());

  public FleetRoom {
    servers = List.copyOf(servers);
    perMonth = List.copyOf(perMonth);
    withoutCost = List.copyOf(withoutCost);
  }

  /** A server by its name. */
  public Optional<ServerRoom> server(String name) {
    return servers.stream().filter(room -> room.server().equals(name)).findFirst();
  }

  /** Whether servers that take in what was elsewhere before hold it; empty if that is not known. */
  public Optional<Boolean> fits(FleetRoom before) {
    List<ServerRoom> taking =
        servers.stream()
            .filter(
                room ->
                    !before
                        .server(room.server())
                        .map(ServerRoom::takesFrom)
                        .orElse(List.of())
                        .containsAll(room.takesFrom()))
            .toList();
    if (taking.stream().anyMatch(room -> !room.fits().orElse(true))) {
      return Optional.of(false);
    }
    return taking.stream().allMatch(room -> room.fits().isPresent())
        ? Optional.of(true)
        : Optional.empty();
  }
}
