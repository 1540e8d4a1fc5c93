package dev.watershed.analyzer.capacity;

import dev.watershed.analyzer.attribution.FleetLoads;
import dev.watershed.analyzer.cost.ServerBills;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.analyzer.series.HostCpu;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.analyzer.service.ServiceMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the servers of a fleet have, use and cost.
 *
 * @param servers by set of data, then by name
 */
public record FleetCapacity(List<CapacityServer> servers) {

  /** Nothing is known. */
  public static final FleetCapacity NONE = new FleetCapacity(List.of());

  public FleetCapacity {
    servers = List.copyOf(servers);
  }

  /**
   * Puts it together.
   *
   * @param limits what is configured, by server
   */
  public static FleetCapacity of(
      List<CoupledData> data, ServiceMapping mapping, Map<String, ServerLimits> limits) {
    List<CapacityServer> servers = new ArrayList<>();
    for (CoupledData set : data) {
      for (CoupledServer server : set.servers()) {
        servers.add(
            server(
                set, server, mapping, limits.getOrDefault(server.server(), ServerLimits.UNKNOWN)));
      }
    }
    return new FleetCapacity(servers);
  }

  private static CapacityServer server(
      CoupledData set, CoupledServer server, ServiceMapping mapping, ServerLimits limits) {
    ServiceSlots slots = ServiceSlots.of(server.workload(), mapping);
    return new CapacityServer(
        ServerUses.of(set.name(), server, slots, set.catalog(), limits),
        limits.replica(),
        slots,
        limits
            .costPerMonth()
            .map(
                cost ->
                    ServerBills.of(
                        server.server(),
                        cost,
                        FleetLoads.byService(
                            server.workload(), mapping, server.estimate().stream().toList()),
                        slots,
                        HostCpu.of(server.observed().minutes()))),
        ServerSettings.of(server.observed().facts()));
  }

  /** The sets of data, in order. */
  public List<String> dataSets() {
    return servers.stream().map(CapacityServer::dataSet).distinct().toList();
  }

  /** The servers that hold a set of data. */
  public List<CapacityServer> of(String dataSet) {
    return servers.stream().filter(server -> server.dataSet().equals(dataSet)).toList();
  }

  /** Those of a set of data that take writes: all but replicas, or all where each is called one. */
  public List<CapacityServer> writable(String dataSet) {
    List<CapacityServer> all = of(dataSet);
    List<CapacityServer> primaries = all.stream().filter(server -> !server.replica()).toList();
    return primaries.isEmpty() ? all : primaries;
  }
}
