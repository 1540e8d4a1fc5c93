package dev.watershed.analyzer.capacity;

import dev.watershed.analyzer.cost.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether one server could hold the data of another one as well (Kairos): the peak of the summed
 * demand is at most 0.7 of its processors, both working sets fit into its buffer pool, the redo of
 * ten minutes of both peaks fits into its redo log, both peaks of connections are allowed. The
 * demand is of the time that both were seen, at least a day.
 *
 * @param fits empty where it cannot be told, which {@code unknown} says
 * @param peakProcessors of the summed demand
 * @param days that both were seen
 * @param tooMuch what does not fit, a clause each
 * @param unknown what keeps it from being told, a clause each
 * @param unchecked limits that are not known and were passed over, a clause each
 */
public record Together(
    ServerUse stays,
    ServerUse moves,
    Optional<Boolean> fits,
    OptionalDouble peakProcessors,
    double days,
    List<String> tooMuch,
    List<String> unknown,
    List<String> unchecked) {

  /** The share of the processors that the peak may take. */
  public static final double LOAD_LIMIT = 0.7;

  /** Less does not show a peak. */
  public static final double LEAST_DAYS = 1;

  /** So many seconds of redo at the peak have to fit into the redo log. */
  public static final double REDO_SECONDS = 600;

  public Together {
    Objects.requireNonNull(fits, "fits");
    Objects.requireNonNull(peakProcessors, "peakProcessors");
    tooMuch = List.copyOf(tooMuch);
    unknown = List.copyOf(unknown);
    unchecked = List.copyOf(unchecked);
  }

  /** Judges whether {@code stays} could hold what is on {@code moves}. */
  public static Together of(ServerUse stays, ServerUse moves) {
    List<String> tooMuch = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> unchecked = new ArrayList<>();
    OptionalDouble peak = OptionalDouble.empty();
    double days = 0;
    for (ServerUse use : List.of(stays, moves)) {
      if (use.demand().isEmpty()) {
        unknown.add(
            "statements of "
                + use.server()
                + " are missing; capacity.metrics tells its processors");
      }
    }
    if (unknown.isEmpty()) {
      Series sum = stays.demand().orElseThrow().plus(moves.demand().orElseThrow());
      peak = sum.peak();
      days = sum.days();
      processors(stays, sum, tooMuch, unknown);
    }
    memory(stays, moves, unknown);
    redo(stays, moves, tooMuch, unchecked);
    for (ServerUse use : List.of(stays, moves)) {
      if (use.observedDays() > 0 && !use.observedForADay()) {
        unchecked.add(
            "redo and connections of "
                + use.server()
                + " were observed for less than a day: their peaks may be higher");
      }
    }
    connections(stays, moves, tooMuch, unchecked);
    Optional<Boolean> fits =
        !tooMuch.isEmpty()
            ? Optional.of(false)
            : unknown.isEmpty() ? Optional.of(true) : Optional.empty();
    return new Together(stays, moves, fits, peak, days, tooMuch, unknown, unchecked);
  }

  /** What both cost; empty if a cost is unknown or the currencies differ. */
  public Optional<Money> costBefore() {
    Optional<Money> one = stays.limits().costPerMonth();
    Optional<Money> other = moves.limits().costPerMonth();
    return one.isPresent()
            && other.isPresent()
            && one.get().currency().equals(other.get().currency())
        ? Optional.of(one.get().plus(other.get()))
        : Optional.empty();
  }

  /**
   * What it costs once the other server is given back. Until then it is {@link #costBefore()}: the
   * two are the ends of the range.
   */
  public Optional<Money> leastCostAfter() {
    return costBefore().isPresent() ? stays.limits().costPerMonth() : Optional.empty();
  }

  private static void processors(
      ServerUse stays, Series sum, List<String> tooMuch, List<String> unknown) {
    if (sum.days() < LEAST_DAYS) {
      unknown.add("both servers were seen at once for less than a day");
    }
    OptionalDouble cpus = stays.limits().cpus();
    if (cpus.isEmpty()) {
      unknown.add("capacity.cpus of " + stays.server() + " is not configured");
    } else if (sum.peak().orElse(0) > LOAD_LIMIT * cpus.getAsDouble()) {
      tooMuch.add(
          String.format(
              Locale.ROOT,
              "the summed peak needs %.2f processors, more than 70 %% of the %.0f of %s",
              sum.peak().orElse(0),
              cpus.getAsDouble(),
              stays.server()));
    }
  }

  private static void memory(ServerUse stays, ServerUse moves, List<String> unknown) {
    if (stays.limits().bufferPoolBytes().isEmpty()) {
      unknown.add("capacity.bufferPoolGiB of " + stays.server() + " is not configured");
    }
    for (ServerUse use : List.of(stays, moves)) {
      if (use.workingSetBytes().isEmpty()) {
        unknown.add("the sizes of tables of " + use.server() + " are not known");
      }
    }
    if (stays.limits().bufferPoolBytes().isPresent()
        && stays.workingSetBytes().isPresent()
        && moves.workingSetBytes().isPresent()
        && stays.workingSetBytes().getAsLong() + moves.workingSetBytes().getAsLong()
            > stays.limits().bufferPoolBytes().getAsDouble()) {
      unknown.add(
          "the tables in use of both are larger than the buffer pool, and how much of them is"
              + " used at once is not known");
    }
  }

  private static void redo(
      ServerUse stays, ServerUse moves, List<String> tooMuch, List<String> unchecked) {
    for (ServerUse use : List.of(stays, moves)) {
      if (use.redoBytesPerSecond().isEmpty()) {
        unchecked.add("how much redo " + use.server() + " writes is not known");
      }
    }
    if (stays.redoCapacityBytes().isEmpty()) {
      unchecked.add("the size of the redo log of " + stays.server() + " is not known");
    }
    if (stays.redoBytesPerSecond().isPresent()
        && moves.redoBytesPerSecond().isPresent()
        && stays.redoCapacityBytes().isPresent()
        && REDO_SECONDS
                * (stays.redoBytesPerSecond().getAsDouble()
                    + moves.redoBytesPerSecond().getAsDouble())
            > stays.redoCapacityBytes().getAsLong()) {
      tooMuch.add("ten minutes of redo at the peaks of both do not fit into its redo log");
    }
  }

  private static void connections(
      ServerUse stays, ServerUse moves, List<String> tooMuch, List<String> unchecked) {
    if (stays.connections().isEmpty()
        || moves.connections().isEmpty()
        || stays.maxConnections().isEmpty()) {
      unchecked.add("connections are not known");
    } else if (stays.connections().getAsLong() + moves.connections().getAsLong()
        > stays.maxConnections().getAsLong()) {
      tooMuch.add("both together have more connections than max_connections");
    }
  }
}
