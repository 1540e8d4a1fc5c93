package dev.watershed.analyzer.series;

import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** How busy the processors of a server's host were, minute by minute, where a file tells it. */
public final class HostCpu {

  private static final double MILLIPERCENT = 100_000;

  private record Sum(long samples, long millipercent) {

    Sum plus(Sum other) {
      return new Sum(samples + other.samples, millipercent + other.millipercent);
    }

    double busy() {
      return millipercent / MILLIPERCENT / samples;
    }
  }

  private final SortedMap<Long, Sum> minutes = new TreeMap<>();

  private HostCpu(ObservationTable<ServerMinutes.Key, Figure> table) {
    for (int row = 0; row < table.size(); row++) {
      long samples = table.value(row, Figure.HOST_SAMPLES);
      if (samples > 0) {
        minutes.merge(
            table.key(row).minute(),
            new Sum(samples, table.value(row, Figure.HOST_CPU_MILLIPERCENT_SUM)),
            Sum::plus);
      }
    }
  }

  /** The host of the server that showed these minutes. */
  public static HostCpu of(ObservationTable<ServerMinutes.Key, Figure> minutes) {
    return new HostCpu(minutes);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return minutes.isEmpty();
  }

  /**
   * The busy share of all processors in a slot, 0 to 1: the mean of what is known of its minutes;
   * empty if nothing is.
   */
  public OptionalDouble busyShare(ServiceSlots slots, int slot) {
    long from = slots.minute(slot);
    return minutes.subMap(from, from + slots.width().toMinutes()).values().stream()
        .reduce(Sum::plus)
        .map(sum -> OptionalDouble.of(sum.busy()))
        .orElse(OptionalDouble.empty());
  }

  /** The busy share of all processors by minute since 1970, 0 to 1. */
  public SortedMap<Long, Double> busyShares() {
    SortedMap<Long, Double> shares = new TreeMap<>();
    for (Map.Entry<Long, Sum> minute : minutes.entrySet()) {
      shares.put(minute.getKey(), minute.getValue().busy());
    }
    return shares;
  }

  /** The share of a server's slots in which the host's processors are known of any minute. */
  public double knownShare(ServiceSlots slots) {
    int known = 0;
    for (int slot = 0; slot < slots.size(); slot++) {
      known += busyShare(slots, slot).isPresent() ? 1 : 0;
    }
    return slots.size() == 0 ? 0 : (double) known / slots.size();
  }
}
