package dev.watershed.cli.command;

import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.capacity.ServerLimits;
import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.neighbour.NeighbourInput;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerCapacity;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.config.ServerRole;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.workload.WorkloadBounds;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds who takes the servers, with what the configuration says of them. */
final class FleetUseReading {

  /** Minutes stay as narrow as compacted windows keep them. */
  static final WorkloadBounds BOUNDS = WorkloadBounds.standard().withMinuteRows(720_000);

  private static final double GIBIBYTE = 1L << 30;
  private static final double MICROS_PER_MILLI = 1_000;

  private FleetUseReading() {}

  static FleetUse of(Configuration configuration, List<CoupledData> data) {
    return FleetUse.of(capacity(configuration, data), times(configuration));
  }

  /** What the servers have, use and cost. */
  static FleetCapacity capacity(Configuration configuration, List<CoupledData> data) {
    Map<String, ServerLimits> limits = new TreeMap<>();
    for (ServerConfiguration server : configuration.servers()) {
      ServerCapacity capacity = server.place().capacity();
      OptionalDouble pool = capacity.bufferPoolGiB();
      limits.put(
          server.name(),
          new ServerLimits(
              capacity.cpus(),
              pool.isPresent()
                  ? OptionalDouble.of(pool.getAsDouble() * GIBIBYTE)
                  : OptionalDouble.empty(),
              server.place().cost().map(cost -> new Money(cost.currency(), cost.perMonth())),
              server.place().role().filter(role -> role == ServerRole.REPLICA).isPresent()));
    }
    return FleetCapacity.of(data, configuration.services(), limits);
  }

  /** The calendar, and what services promise. */
  static NeighbourInput times(Configuration configuration) {
    SortedMap<String, Double> budgets = new TreeMap<>();
    for (Budget budget : configuration.agreements().budgets()) {
      budget
          .p95Millis()
          .ifPresent(millis -> budgets.put(budget.service(), millis * MICROS_PER_MILLI));
    }
    return new NeighbourInput(configuration.calendar(), budgets);
  }
}
