package dev.watershed.analyzer.attribution;

import dev.watershed.analyzer.service.Attribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.collections.api.map.primitive.LongLongMap;

/**
 * Shares the times that a server counted per digest among services.
 *
 * <p>The chance of being seen is the same for every second of execution, whatever the statement. So
 * the samples are those of a survey, and the times counted its known totals: they are shared
 * stratum by stratum (post-stratification: Cochran, Sampling Techniques, 3rd edition 1977, section
 * 5A.9). A digest is a stratum of its own where its time lets {@value #LEAST_SAMPLES} samples be
 * expected; all others are one stratum together, since a few samples say little about each. What
 * decides is the time counted and not the samples, so that this does not bend the estimate. Samples
 * of statements that the server does not count by that digest are with the others, too.
 *
 * <p>The interval of a sum comes from those of its parts by the method of variance estimates
 * recovery: the distances of the ends from the estimates are squared and added (Zou, Donner,
 * Statistics in Medicine 27, 2008). A service that was not seen in a stratum has an end above
 * nothing there, too.
 */
public final class LoadAttribution {

  /** How many samples have to be expected of a digest that stands alone. */
  private static final int LEAST_SAMPLES = 20;

  /** What the server counts together, for which it had no room. */
  private static final long LUMPED = 0;

  private LoadAttribution() {}

  /**
   * The load by service.
   *
   * @param shares by samples
   * @param timeMicros what the server counted, by digest
   */
  public static AttributedLoad of(List<DigestShares> shares, LongLongMap timeMicros) {
    Strata strata = new Strata(shares, timeMicros);
    Set<Attribution> services = new HashSet<>();
    shares.forEach(digest -> digest.services().forEach(part -> services.add(part.service())));
    Map<Attribution, Sum> sums = new HashMap<>();
    services.forEach(service -> sums.put(service, new Sum()));
    Sum unseenInAll = new Sum();
    for (Stratum stratum : strata.sampled()) {
      services.forEach(service -> sums.get(service).add(stratum, stratum.of(service)));
      unseenInAll.add(stratum, SampleCounts.NONE);
    }
    long open = strata.openMicros();
    List<AttributedLoad.Part> parts = new ArrayList<>();
    sums.forEach(
        (service, sum) ->
            parts.add(new AttributedLoad.Part(service, sum.interval(open), sum.samples)));
    parts.sort(
        Comparator.comparingDouble((AttributedLoad.Part part) -> -part.micros().estimate())
            .thenComparing(part -> part.service().toString()));
    return new AttributedLoad(
        parts, unseenInAll.interval(open).high(), strata.unsampledMicros(), open, timeMicros.sum());
  }

  /** Digests that are shared together, by the samples of all of them. */
  private static final class Stratum {

    private final Map<Attribution, SampleCounts> services = new HashMap<>();
    private SampleCounts whole = SampleCounts.NONE;
    private long micros;

    void add(DigestShares digest) {
      whole = whole.plus(digest.counts());
      for (ServiceShare part : digest.services()) {
        services.merge(part.service(), part.counts(), SampleCounts::plus);
      }
    }

    SampleCounts of(Attribution service) {
      return services.getOrDefault(service, SampleCounts.NONE);
    }
  }

  private static final class Strata {

    private final Map<Long, Stratum> alone = new HashMap<>();
    private final Stratum together = new Stratum();
    private final LongLongMap timeMicros;
    private final double leastMicros;
    private long unsampled;

    Strata(List<DigestShares> shares, LongLongMap timeMicros) {
      this.timeMicros = timeMicros;
      SampleCounts all =
          shares.stream().map(DigestShares::counts).reduce(SampleCounts.NONE, SampleCounts::plus);
      this.leastMicros =
          all.samples() == 0 ? 0 : (double) LEAST_SAMPLES * all.sampledMicros() / all.samples();
      timeMicros.forEachKeyValue((digest, micros) -> stratum(digest).micros += micros);
      Set<Long> seen = new HashSet<>();
      for (DigestShares digest : shares) {
        long counted = timeMicros.containsKey(digest.digest()) ? digest.digest() : LUMPED;
        seen.add(counted);
        (timeMicros.containsKey(counted) ? stratum(counted) : together).add(digest);
      }
      timeMicros.forEachKeyValue(
          (digest, micros) -> unsampled += seen.contains(digest) ? 0 : micros);
    }

    private Stratum stratum(long digest) {
      return timeMicros.get(digest) < leastMicros
          ? together
          : alone.computeIfAbsent(digest, key -> new Stratum());
    }

    private List<Stratum> all() {
      List<Stratum> all = new ArrayList<>(alone.values());
      all.add(together);
      return all;
    }

    List<Stratum> sampled() {
      return all().stream().filter(stratum -> stratum.whole.samples() > 0).toList();
    }

    long openMicros() {
      return all().stream()
          .filter(stratum -> stratum.whole.samples() == 0)
          .mapToLong(stratum -> stratum.micros)
          .sum();
    }

    long unsampledMicros() {
      return unsampled;
    }
  }

  private static final class Sum {

    private double estimate;
    private double below;
    private double above;
    private long samples;

    void add(Stratum stratum, SampleCounts part) {
      Interval share = ShareEstimator.share(stratum.whole, part);
      double lower = (share.estimate() - share.low()) * stratum.micros;
      double upper = (share.high() - share.estimate()) * stratum.micros;
      estimate += share.estimate() * stratum.micros;
      below += lower * lower;
      above += upper * upper;
      samples += part.samples();
    }

    Interval interval(long open) {
      return new Interval(
          estimate, Math.max(0, estimate - Math.sqrt(below)), estimate + Math.sqrt(above) + open);
    }
  }
}
