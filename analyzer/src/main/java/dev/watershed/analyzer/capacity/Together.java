package dev.watershed.analyzer.capacity;

import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
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
 * @param saidTooMuch what does not fit, a clause each
 * @param saidUnknown what keeps it from being told, a clause each
 * @param saidUnchecked limits that are not known and were passed over, a clause each
 */
public record Together(
    ServerUse stays,
    ServerUse moves,
    Optional<Boolean> fits,
    OptionalDouble peakProcessors,
    double days,
    List<Saying> saidTooMuch,
    List<Saying> saidUnknown,
    List<Saying> saidUnchecked) {

  /** The share of the processors that the peak may take. */
  public static final double LOAD_LIMIT = 0.7;

  /** Less does not show a peak. */
  public static final double LEAST_DAYS = 1;

  /** So many seconds of redo at the peak have to fit into the redo log. */
  public static final double REDO_SECONDS = 600;

  public Together {
    Objects.requireNonNull(fits, "fits");
    Objects.requireNonNull(peakProcessors, "peakProcessors");
    saidTooMuch = List.copyOf(saidTooMuch);
    saidUnknown = List.copyOf(saidUnknown);
    saidUnchecked = List.copyOf(saidUnchecked);
  }

  /** Judges whether {@code stays} could hold what is on {@code moves}. */
  public static Together of(ServerUse stays, ServerUse moves) {
    List<Saying> tooMuch = new ArrayList<>();
    List<Saying> unknown = new ArrayList<>();
    List<Saying> unchecked = new ArrayList<>();
    OptionalDouble peak = OptionalDouble.empty();
    double days = 0;
    for (ServerUse use : List.of(stays, moves)) {
      if (use.demand().isEmpty()) {
        unknown.add(
            Saying.of(
                "room.statements",
                "statements of {0} are missing; capacity.metrics tells its processors",
                use.server()));
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
            Saying.of(
                "together.day",
                "redo and connections of {0} were observed for less than a day: their peaks may be"
                    + " higher",
                use.server()));
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
      ServerUse stays, Series sum, List<Saying> tooMuch, List<Saying> unknown) {
    if (sum.days() < LEAST_DAYS) {
      unknown.add(
          Saying.of("together.at-once", "both servers were seen at once for less than a day"));
    }
    OptionalDouble cpus = stays.limits().cpus();
    if (cpus.isEmpty()) {
      unknown.add(Saying.of("room.cpus", "capacity.cpus of {0} is not configured", stays.server()));
    } else if (sum.peak().orElse(0) > LOAD_LIMIT * cpus.getAsDouble()) {
      tooMuch.add(
          Saying.of(
              "together.peak",
              "the summed peak needs {0} processors, more than 70 % of the {1} of {2}",
              Saying.number(sum.peak().orElse(0), 2),
              Saying.plain(cpus.getAsDouble()),
              stays.server()));
    }
  }

  private static void memory(ServerUse stays, ServerUse moves, List<Saying> unknown) {
    if (stays.limits().bufferPoolBytes().isEmpty()) {
      unknown.add(
          Saying.of(
              "room.pool", "capacity.bufferPoolGiB of {0} is not configured", stays.server()));
    }
    for (ServerUse use : List.of(stays, moves)) {
      if (use.workingSetBytes().isEmpty()) {
        unknown.add(
            Saying.of("together.sizes", "the sizes of tables of {0} are not known", use.server()));
      }
    }
    if (stays.limits().bufferPoolBytes().isPresent()
        && stays.workingSetBytes().isPresent()
        && moves.workingSetBytes().isPresent()
        && stays.workingSetBytes().getAsLong() + moves.workingSetBytes().getAsLong()
            > stays.limits().bufferPoolBytes().getAsDouble()) {
      unknown.add(
          Saying.of(
              "together.larger",
              "the tables in use of both are larger than the buffer pool, and how much of them is"
                  + " used at once is not known"));
    }
  }

  private static void redo(
      ServerUse stays, ServerUse moves, List<Saying> tooMuch, List<Saying> unchecked) {
    for (ServerUse use : List.of(stays, moves)) {
      if (use.redoBytesPerSecond().isEmpty()) {
        unchecked.add(
            Saying.of("together.redo", "how much redo {0} writes is not known", use.server()));
      }
    }
    if (stays.redoCapacityBytes().isEmpty()) {
      unchecked.add(
          Saying.of(
              "together.redo-log", "the size of the redo log of {0} is not known", stays.server()));
    }
    if (stays.redoBytesPerSecond().isPresent()
        && moves.redoBytesPerSecond().isPresent()
        && stays.redoCapacityBytes().isPresent()
        && REDO_SECONDS
                * (stays.redoBytesPerSecond().getAsDouble()
                    + moves.redoBytesPerSecond().getAsDouble())
            > stays.redoCapacityBytes().getAsLong()) {
      tooMuch.add(
          Saying.of(
              "together.redo-full",
              "ten minutes of redo at the peaks of both do not fit into its redo log"));
    }
  }

  private static void connections(
      ServerUse stays, ServerUse moves, List<Saying> tooMuch, List<Saying> unchecked) {
    if (stays.connections().isEmpty()
        || moves.connections().isEmpty()
        || stays.maxConnections().isEmpty()) {
      unchecked.add(Saying.of("together.connections", "connections are not known"));
    } else if (stays.connections().getAsLong() + moves.connections().getAsLong()
        > stays.maxConnections().getAsLong()) {
      tooMuch.add(
          Saying.of(
              "together.connections-full",
              "both together have more connections than max_connections"));
    }
  }

  /** The clauses of what is too much in English. */
  public List<String> tooMuch() {
    return Saying.texts(saidTooMuch);
  }

  /** The clauses of what is not known in English. */
  public List<String> unknown() {
    return Saying.texts(saidUnknown);
  }

  /** The clauses of what was passed over in English. */
  public List<String> unchecked() {
    return Saying.texts(saidUnchecked);
  }
}
