package dev.watershed.analyzer.neighbour;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.capacity.Together;
import dev.watershed.analyzer.cost.ServerBill;
import dev.watershed.analyzer.cost.ServiceCost;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;

/**
 * Who takes the servers of a fleet, who pays for them, and what they have room for.
 *
 * @param loud services that take most of a server for a while: by server, then those that take the
 *     most first
 * @param bills of the servers whose cost is known
 * @param costs the sums of these by service
 * @param servers what each has and uses
 * @param together whether one of two could hold the data of both, for sets of data on one server
 * @param saidNotes what cannot be concluded, a sentence each
 */
public record FleetUse(
    List<LoudService> loud,
    List<ServerBill> bills,
    List<ServiceCost> costs,
    List<ServerUse> servers,
    List<Together> together,
    List<Saying> saidNotes) {

  public FleetUse {
    loud = List.copyOf(loud);
    bills = List.copyOf(bills);
    costs = List.copyOf(costs);
    servers = List.copyOf(servers);
    together = List.copyOf(together);
    saidNotes = List.copyOf(saidNotes);
  }

  /** Finds it. */
  public static FleetUse of(FleetCapacity capacity, NeighbourInput input) {
    List<LoudService> loud = new ArrayList<>();
    List<ServerUse> single = new ArrayList<>();
    List<Saying> notes = new ArrayList<>();
    for (String set : capacity.dataSets()) {
      List<CapacityServer> own = capacity.of(set);
      for (CapacityServer server : own) {
        NoisyNeighbours.Found found =
            NoisyNeighbours.of(server.name(), server.slots(), server.use().complete(), input);
        loud.addAll(found.loud());
        notes.addAll(found.notes());
        if (server.bill().isEmpty()) {
          notes.add(
              Saying.of(
                  "use-note.cost",
                  "{0}: cost.perMonth is not configured: no cost of it",
                  server.name()));
        }
      }
      if (own.size() == 1) {
        single.add(own.get(0).use());
      } else {
        notes.add(
            Saying.of(
                "use-note.several",
                "{0} is on several servers: whether other data has room there is not judged",
                set));
      }
    }
    List<ServerBill> bills =
        capacity.servers().stream().flatMap(server -> server.bill().stream()).toList();
    FleetCorrection.Corrected corrected = FleetCorrection.of(loud);
    notes.addAll(corrected.notes());
    return new FleetUse(
        corrected.loud(),
        bills,
        ServiceCost.of(bills),
        capacity.servers().stream().map(CapacityServer::use).toList(),
        together(single),
        notes);
  }

  /** Those beside which others were shown to be slower. */
  public List<LoudService> neighbours() {
    return loud.stream().filter(LoudService::noisy).toList();
  }

  /** Those beside which nobody was shown to be slower. */
  public List<LoudService> takers() {
    return loud.stream().filter(each -> !each.noisy()).toList();
  }

  private static List<Together> together(List<ServerUse> servers) {
    List<Together> judged = new ArrayList<>();
    for (ServerUse stays : servers) {
      for (ServerUse moves : servers) {
        if (!stays.server().equals(moves.server())) {
          judged.add(Together.of(stays, moves));
        }
      }
    }
    return judged;
  }

  /** The notes in English. */
  public List<String> notes() {
    return Saying.texts(saidNotes);
  }
}
