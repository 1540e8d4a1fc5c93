package dev.watershed.analyzer.neighbour;

import dev.watershed.analyzer.neighbour.SlowedService.Latency;
import dev.watershed.analyzer.neighbour.WorkCost.Work;
import dev.watershed.analyzer.series.ServiceSlots;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Work of one service in slots of which some are loud and the others quiet. A slot in which it
 * executed fewer than five statements says nothing of it, nor does one whose statements examine
 * rows by a quarter more than in any quiet slot: what such statements usually take is not known.
 */
final class ServiceWork {

  private static final int LEAST_CALLS = 5;
  private static final double MOST_TIMES_ROWS = 1.25;

  private final ServiceSlots load;
  private final int service;
  private final int[] slots;
  private final BitSet loud;
  private final WorkCost usual;
  private final double mostRows;

  /**
   * @param slots that are looked at
   * @param loud which of them are loud, by their place in {@code slots}
   */
  ServiceWork(ServiceSlots load, int service, int[] slots, BitSet loud) {
    this.load = load;
    this.service = service;
    this.slots = slots.clone();
    this.loud = (BitSet) loud.clone();
    List<Work> quiet = new ArrayList<>();
    for (int place = 0; place < slots.length; place++) {
      if (!loud.get(place) && enough(place)) {
        quiet.add(work(place));
      }
    }
    this.usual = WorkCost.of(quiet);
    this.mostRows =
        MOST_TIMES_ROWS
            * quiet.stream().mapToDouble(slot -> slot.rows() / slot.calls()).max().orElse(0);
  }

  /** Whether a slot says something of the service. */
  boolean tells(int place) {
    return enough(place)
        && load.rowsExamined(service, slots[place]) <= mostRows * load.calls(service, slots[place])
        && expected(place) > 0;
  }

  /** How many slots of a kind say something. */
  int places(boolean ofLoud) {
    int places = 0;
    for (int place = 0; place < slots.length; place++) {
      places += loud.get(place) == ofLoud && tells(place) ? 1 : 0;
    }
    return places;
  }

  /** What each slot took by what its work usually takes; {@code NaN} where it says nothing. */
  double[] timesUsual() {
    double[] times = new double[slots.length];
    for (int place = 0; place < slots.length; place++) {
      times[place] = tells(place) ? work(place).micros() / expected(place) : Double.NaN;
    }
    return times;
  }

  /** What the loud slots took by what their work usually takes. */
  double timesForSameWork() {
    double expected = 0;
    double taken = 0;
    for (int place = loud.nextSetBit(0); place >= 0; place = loud.nextSetBit(place + 1)) {
      if (tells(place)) {
        expected += expected(place);
        taken += work(place).micros();
      }
    }
    return taken / expected;
  }

  /** Calls and times of the slots of a kind that say something. */
  Latency latency(boolean ofLoud, OptionalDouble p95Micros) {
    long calls = 0;
    long micros = 0;
    long lockMicros = 0;
    for (int place = 0; place < slots.length; place++) {
      if (loud.get(place) == ofLoud && tells(place)) {
        calls += load.calls(service, slots[place]);
        micros += load.workMicros(service, slots[place]);
        lockMicros += load.lockMicros(service, slots[place]);
      }
    }
    return new Latency(
        places(ofLoud), calls, (double) micros / calls, (double) lockMicros / calls, p95Micros);
  }

  private boolean enough(int place) {
    return load.calls(service, slots[place]) >= LEAST_CALLS;
  }

  private Work work(int place) {
    int slot = slots[place];
    return new Work(
        load.calls(service, slot),
        load.rowsExamined(service, slot),
        load.workMicros(service, slot));
  }

  private double expected(int place) {
    return usual.micros(
        load.calls(service, slots[place]), load.rowsExamined(service, slots[place]));
  }
}
