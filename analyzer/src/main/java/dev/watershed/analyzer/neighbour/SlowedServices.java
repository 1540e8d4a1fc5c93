package dev.watershed.analyzer.neighbour;

import dev.watershed.analyzer.neighbour.SlowedService.Latency;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.workload.LatencyHistogram;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * Finds services that were slower while another one was loud. A slot in which a service executed
 * fewer than five statements says nothing of it; a service with fewer than three such loud slots or
 * ten quiet ones is not judged. The mean of a slot mixes all statements of a service: what differs
 * may be which ones it executed. Quiet slots are those between loud ones, or, where there are fewer
 * than ten, those around them: what a deployment changed once is no neighbour's.
 */
final class SlowedServices {

  private static final int LEAST_CALLS = 5;
  private static final int LEAST_LOUD = 3;
  private static final int LEAST_QUIET = 10;
  private static final double LEAST_TIMES = 1.2;
  private static final double LARGEST_PROBABILITY = 0.05;
  private static final double P95 = 0.95;

  /** What was found; {@code judged} services could be told. */
  record Found(List<SlowedService> slowed, int judged) {}

  private final ServiceSlots load;
  private final int[] slots;
  private final BitSet marks;
  private final boolean histograms;

  /**
   * @param loud slots in which the service is loud
   * @param otherwiseLoud slots that count neither as loud nor as quiet
   * @param histograms whether all executions are in them, so that there are percentiles
   */
  SlowedServices(ServiceSlots load, BitSet loud, BitSet otherwiseLoud, boolean histograms) {
    this.load = load;
    this.histograms = histograms;
    BitSet taken = new BitSet();
    int length = loud.length() - loud.nextSetBit(0);
    boolean apart = length - loud.cardinality() >= LEAST_QUIET;
    int around = apart ? 0 : Math.max(LEAST_QUIET, length);
    taken.set(
        Math.max(0, loud.nextSetBit(0) - around), Math.min(load.size(), loud.length() + around));
    taken.andNot(otherwiseLoud);
    taken.or(loud);
    slots = taken.stream().toArray();
    marks = new BitSet();
    for (int place = 0; place < slots.length; place++) {
      marks.set(place, loud.get(slots[place]));
    }
  }

  Found find(int loudService, SortedMap<String, Double> budgetMicros) {
    List<Integer> judged = new ArrayList<>();
    for (int service = 0; service < load.services().size(); service++) {
      if (service != loudService
          && places(service, true) >= LEAST_LOUD
          && places(service, false) >= LEAST_QUIET) {
        judged.add(service);
      }
    }
    double[][] means = judged.stream().map(this::means).toArray(double[][]::new);
    double[] probabilities = new CircularShift(means).probabilities(marks);
    List<LatencyHistogram> quiet = histograms(false);
    List<LatencyHistogram> loud = histograms(true);
    List<SlowedService> slowed = new ArrayList<>();
    for (int each = 0; each < judged.size(); each++) {
      int service = judged.get(each);
      String name = load.services().get(service);
      SlowedService candidate =
          new SlowedService(
              name,
              latency(service, false, quiet.get(service)),
              latency(service, true, loud.get(service)),
              probabilities[each],
              budgetMicros.containsKey(name)
                  ? OptionalDouble.of(budgetMicros.get(name))
                  : OptionalDouble.empty());
      if (candidate.probability() <= LARGEST_PROBABILITY
          && candidate.timesSlower() >= LEAST_TIMES) {
        slowed.add(candidate);
      }
    }
    slowed.sort(
        Comparator.comparingDouble(SlowedService::timesSlower)
            .reversed()
            .thenComparing(SlowedService::service));
    return new Found(slowed, judged.size());
  }

  private boolean tells(int service, int place) {
    return load.calls(service, slots[place]) >= LEAST_CALLS;
  }

  private int places(int service, boolean loud) {
    int places = 0;
    for (int place = 0; place < slots.length; place++) {
      places += marks.get(place) == loud && tells(service, place) ? 1 : 0;
    }
    return places;
  }

  private double[] means(int service) {
    double[] means = new double[slots.length];
    for (int place = 0; place < slots.length; place++) {
      means[place] =
          tells(service, place)
              ? (double) load.micros(service, slots[place]) / load.calls(service, slots[place])
              : Double.NaN;
    }
    return means;
  }

  private Latency latency(int service, boolean loud, LatencyHistogram histogram) {
    long calls = 0;
    long micros = 0;
    for (int place = 0; place < slots.length; place++) {
      if (marks.get(place) == loud && tells(service, place)) {
        calls += load.calls(service, slots[place]);
        micros += load.micros(service, slots[place]);
      }
    }
    return new Latency(
        places(service, loud),
        calls,
        (double) micros / calls,
        histograms ? histogram.quantileMicros(P95) : OptionalDouble.empty());
  }

  private List<LatencyHistogram> histograms(boolean loud) {
    BitSet wanted = new BitSet();
    for (int place = 0; place < slots.length; place++) {
      wanted.set(slots[place], marks.get(place) == loud);
    }
    return load.latencies(wanted::get);
  }
}
