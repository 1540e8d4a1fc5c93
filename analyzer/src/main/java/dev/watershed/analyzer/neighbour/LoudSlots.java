package dev.watershed.analyzer.neighbour;

import dev.watershed.analyzer.series.ServiceSlots;
import java.util.Arrays;
import java.util.BitSet;

/**
 * When a service is loud: in a slot it takes more than half of the server's time without lock time,
 * at least three times its usual share (the median over all slots), at least twice what the whole
 * server usually takes in a slot (its median), and a hundredth of the slot. So neither a service
 * that is always large is loud, nor one that is alone at night, nor one that waits for locks. Who
 * executes for less than a hundredth of the time meets one in a hundred statements of others: each
 * would have to take 20 times as long to make their mean longer by a fifth.
 *
 * @param slots in which it is loud, by their indexes
 * @param usualShare the median of its shares of the time of a slot
 * @param usualMicros the median of the time of the server in a slot, without lock time
 */
record LoudSlots(BitSet slots, double usualShare, double usualMicros) {

  private static final double MOST = 0.5;
  private static final double TIMES_USUAL_SHARE = 3;
  private static final double TIMES_USUAL_LOAD = 2;
  private static final double LEAST_ACTIVE = 0.01;

  LoudSlots {
    slots = (BitSet) slots.clone();
  }

  @Override
  public BitSet slots() {
    return (BitSet) slots.clone();
  }

  /** When a service is loud. */
  static LoudSlots of(ServiceSlots load, int service) {
    int size = load.size();
    double[] shares = new double[size];
    double[] all = new double[size];
    for (int slot = 0; slot < size; slot++) {
      all[slot] = load.workMicros(slot);
      shares[slot] = all[slot] == 0 ? 0 : load.workMicros(service, slot) / all[slot];
    }
    double leastMicros = LEAST_ACTIVE * load.width().toNanos() / 1e3;
    double usualShare = median(shares);
    double usualMicros = median(all);
    BitSet loud = new BitSet(size);
    for (int slot = 0; slot < size; slot++) {
      loud.set(
          slot,
          shares[slot] > MOST
              && shares[slot] >= TIMES_USUAL_SHARE * usualShare
              && load.workMicros(service, slot) >= TIMES_USUAL_LOAD * usualMicros
              && load.workMicros(service, slot) >= leastMicros);
    }
    return new LoudSlots(loud, usualShare, usualMicros);
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
