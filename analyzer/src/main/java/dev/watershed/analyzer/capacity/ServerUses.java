package dev.watershed.analyzer.capacity;

import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.analyzer.series.HostCpu;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.ServerFact;
import dev.watershed.workload.observation.ServerFacts;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Puts together what is known of the use of a server. */
public final class ServerUses {

  private static final double MICROS_PER_SECOND = 1e6;

  private ServerUses() {}

  /** What a server has and uses. */
  public static ServerUse of(
      String dataSet,
      CoupledServer server,
      ServiceSlots slots,
      Optional<Catalog> catalog,
      ServerLimits limits) {
    ObservationTable<ServerMinutes.Key, Figure> minutes = server.observed().minutes();
    SortedMap<Long, Double> active = new TreeMap<>();
    for (int slot = 0; slot < slots.size(); slot++) {
      active.put(slots.minute(slot), slots.micros(slot) / slots.coveredMicros(slot));
    }
    HostCpu host = HostCpu.of(minutes);
    return new ServerUse(
        server.server(),
        dataSet,
        new Series(active, (int) slots.width().toMinutes()),
        slots.size() > 0
            && server.longQueryTimeSeconds().isPresent()
            && server.longQueryTimeSeconds().getAsDouble() == 0,
        processors(host, limits),
        workingSet(catalog),
        redo(minutes),
        connections(minutes),
        redoCapacity(server),
        fact(server, ServerFact.MAX_CONNECTIONS),
        observedDays(minutes),
        limits);
  }

  private static Optional<Series> processors(HostCpu host, ServerLimits limits) {
    if (host.isEmpty() || limits.cpus().isEmpty()) {
      return Optional.empty();
    }
    SortedMap<Long, Double> busy = host.busyShares();
    busy.replaceAll((minute, share) -> share * limits.cpus().getAsDouble());
    return Optional.of(new Series(busy, 1));
  }

  /** Unknown where the size of any table is. */
  private static OptionalLong workingSet(Optional<Catalog> catalog) {
    if (catalog.isEmpty() || catalog.get().statistics().isEmpty()) {
      return OptionalLong.empty();
    }
    long sum = 0;
    for (TableStatistics table : catalog.get().statistics()) {
      if (table.dataBytes().isEmpty()) {
        return OptionalLong.empty();
      }
      sum += table.dataBytes().getAsLong() + table.indexBytes().orElse(0);
    }
    return OptionalLong.of(sum);
  }

  private static double observedDays(ObservationTable<ServerMinutes.Key, Figure> minutes) {
    long micros = 0;
    for (int row = 0; row < minutes.size(); row++) {
      micros += minutes.value(row, Figure.SPAN_MICROS);
    }
    return micros / (double) TimeUnit.DAYS.toMicros(1);
  }

  private static OptionalDouble redo(ObservationTable<ServerMinutes.Key, Figure> minutes) {
    OptionalDouble peak = OptionalDouble.empty();
    for (int row = 0; row < minutes.size(); row++) {
      long span = minutes.value(row, Figure.SPAN_MICROS);
      if (span > 0) {
        double rate = minutes.value(row, Figure.REDO_BYTES) * MICROS_PER_SECOND / span;
        peak = OptionalDouble.of(Math.max(peak.orElse(0), rate));
      }
    }
    return peak;
  }

  /**
   * Of MySQL since 8.0.30 a setting of its own; before, and on MariaDB, the size of a file by their
   * number, where MariaDB since 10.6 has one.
   */
  private static OptionalLong redoCapacity(CoupledServer server) {
    OptionalLong capacity = fact(server, ServerFact.INNODB_REDO_LOG_CAPACITY);
    OptionalLong file = fact(server, ServerFact.INNODB_LOG_FILE_SIZE);
    return capacity.isPresent() || file.isEmpty()
        ? capacity
        : OptionalLong.of(
            file.getAsLong() * fact(server, ServerFact.INNODB_LOG_FILES_IN_GROUP).orElse(1));
  }

  private static OptionalLong connections(ObservationTable<ServerMinutes.Key, Figure> minutes) {
    OptionalLong most = OptionalLong.empty();
    for (int row = 0; row < minutes.size(); row++) {
      if (minutes.value(row, Figure.SAMPLES) > 0) {
        most =
            OptionalLong.of(
                Math.max(most.orElse(0), minutes.value(row, Figure.THREADS_CONNECTED_MAX)));
      }
    }
    return most;
  }

  /** A setting of the process seen last, if it is a number. */
  private static OptionalLong fact(CoupledServer server, ServerFact fact) {
    return ServerFacts.latest(server.observed().facts(), fact)
        .filter(value -> value.matches("\\d{1,18}"))
        .map(value -> OptionalLong.of(Long.parseLong(value)))
        .orElse(OptionalLong.empty());
  }
}
