package dev.watershed.analyzer.neighbour;

import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.workload.LatencyHistogram;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * Finds services that were slower while another one was loud, lock time left out. A service with
 * fewer than three loud slots or ten quiet ones that say something is not judged. What a slot took
 * is ranked by what its calls and rows examined usually take, so that other statements than usual
 * do not pass for slow ones, as far as rows tell; both that and the mean have to be 1.2 times as
 * high. Quiet slots are those between loud ones, or, where there are fewer than ten, those around
 * them: what a deployment changed once is no neighbour's.
 */
final class SlowedServices {

  private static final int LEAST_LOUD = 3;
  private static final int LEAST_QUIET = 10;
  private static final double LEAST_TIMES = 1.2;
  private static final double LARGEST_PROBABILITY = FleetCorrection.LARGEST_PROBABILITY;
  private static final double P95 = 0.95;

  /** What was found, judged alone; {@code judged} services could be told. */
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
    List<ServiceWork> works = new ArrayList<>();
    for (int service = 0; service < load.services().size(); service++) {
      ServiceWork work = new ServiceWork(load, service, slots, marks);
      if (service != loudService
          && work.places(true) >= LEAST_LOUD
          && work.places(false) >= LEAST_QUIET) {
        judged.add(service);
        works.add(work);
      }
    }
    double[][] series = works.stream().map(ServiceWork::timesUsual).toArray(double[][]::new);
    double[] probabilities = new CircularShift(series).probabilities(marks);
    List<LatencyHistogram> quiet = histograms(false);
    List<LatencyHistogram> loud = histograms(true);
    List<SlowedService> slowed = new ArrayList<>();
    for (int each = 0; each < judged.size(); each++) {
      int service = judged.get(each);
      String name = load.services().get(service);
      ServiceWork work = works.get(each);
      SlowedService candidate =
          new SlowedService(
              name,
              work.latency(false, p95(quiet.get(service))),
              work.latency(true, p95(loud.get(service))),
              load.rowsKnown()
                  ? OptionalDouble.of(work.timesForSameWork())
                  : OptionalDouble.empty(),
              probabilities[each],
              budgetMicros.containsKey(name)
                  ? OptionalDouble.of(budgetMicros.get(name))
                  : OptionalDouble.empty());
      if (candidate.probability() <= LARGEST_PROBABILITY
          && candidate.timesSlower() >= LEAST_TIMES
          && candidate.timesForSameWork().orElse(LEAST_TIMES) >= LEAST_TIMES) {
        slowed.add(candidate);
      }
    }
    slowed.sort(
        Comparator.comparingDouble(SlowedService::timesSlower)
            .reversed()
            .thenComparing(SlowedService::service));
    return new Found(slowed, judged.size());
  }

  private OptionalDouble p95(LatencyHistogram histogram) {
    return histograms ? histogram.quantileMicros(P95) : OptionalDouble.empty();
  }

  private List<LatencyHistogram> histograms(boolean loud) {
    BitSet wanted = new BitSet();
    for (int place = 0; place < slots.length; place++) {
      wanted.set(slots[place], marks.get(place) == loud);
    }
    return load.latencies(wanted::get);
  }
}
