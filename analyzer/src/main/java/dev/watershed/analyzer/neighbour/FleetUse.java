package dev.watershed.analyzer.neighbour;

import dev.watershed.analyzer.attribution.FleetLoads;
import dev.watershed.analyzer.capacity.ServerLimits;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.capacity.ServerUses;
import dev.watershed.analyzer.capacity.Together;
import dev.watershed.analyzer.cost.ServerBill;
import dev.watershed.analyzer.cost.ServerBills;
import dev.watershed.analyzer.cost.ServiceCost;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.analyzer.series.HostCpu;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.analyzer.service.ServiceMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who takes the servers of a fleet, who pays for them, and what they have room for.
 *
 * @param neighbours by server, then those that take the most first
 * @param bills of the servers whose cost is known
 * @param costs the sums of these by service
 * @param servers what each has and uses
 * @param together whether one of two could hold the data of both, for sets of data on one server
 * @param notes what cannot be concluded, a sentence each
 */
public record FleetUse(
    List<NoisyNeighbour> neighbours,
    List<ServerBill> bills,
    List<ServiceCost> costs,
    List<ServerUse> servers,
    List<Together> together,
    List<String> notes) {

  public FleetUse {
    neighbours = List.copyOf(neighbours);
    bills = List.copyOf(bills);
    costs = List.copyOf(costs);
    servers = List.copyOf(servers);
    together = List.copyOf(together);
    notes = List.copyOf(notes);
  }

  /**
   * Finds it.
   *
   * @param limits what is configured, by server
   */
  public static FleetUse of(
      List<CoupledData> data,
      ServiceMapping mapping,
      Map<String, ServerLimits> limits,
      NeighbourInput input) {
    List<NoisyNeighbour> neighbours = new ArrayList<>();
    List<ServerBill> bills = new ArrayList<>();
    List<ServerUse> servers = new ArrayList<>();
    List<ServerUse> single = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (CoupledData set : data) {
      for (CoupledServer server : set.servers()) {
        String name = server.server();
        ServerLimits own = limits.getOrDefault(name, ServerLimits.UNKNOWN);
        ServiceSlots slots = ServiceSlots.of(server.workload(), mapping);
        ServerUse use = ServerUses.of(set.name(), server, slots, set.catalog(), own);
        NoisyNeighbours.Found found = NoisyNeighbours.of(name, slots, use.complete(), input);
        neighbours.addAll(found.neighbours());
        notes.addAll(found.notes());
        own.costPerMonth()
            .ifPresentOrElse(
                cost ->
                    bills.add(
                        ServerBills.of(
                            name,
                            cost,
                            FleetLoads.byService(
                                server.workload(), mapping, server.estimate().stream().toList()),
                            slots,
                            HostCpu.of(server.observed().minutes()))),
                () -> notes.add(name + ": cost.perMonth is not configured: no cost of it"));
        servers.add(use);
        if (set.servers().size() == 1) {
          single.add(use);
        }
      }
      if (set.servers().size() > 1) {
        notes.add(
            set.name() + " is on several servers: whether other data has room there is not judged");
      }
    }
    return new FleetUse(neighbours, bills, ServiceCost.of(bills), servers, together(single), notes);
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
}
