package dev.watershed.analyzer.attribution;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.Attribution.Figure;
import dev.watershed.workload.observation.ObservationTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** From samples of running statements to the shares of services. */
public final class SampledShares {

  private static final double MILLION = 1e6;

  private SampledShares() {}

  /** The shares in each statement that was seen, in the order of their digests. */
  public static List<DigestShares> of(
      ObservationTable<dev.watershed.workload.observation.Attribution.Key, Figure> samples,
      ServiceMapping mapping) {
    return of(samples, mapping::attribute);
  }

  /** The same for whatever follows from the origin: services without their modules, accounts. */
  static List<DigestShares> of(
      ObservationTable<dev.watershed.workload.observation.Attribution.Key, Figure> samples,
      Function<Origin, Attribution> whose) {
    TreeMap<Long, Map<Attribution, SampleCounts>> digests = new TreeMap<>();
    for (int row = 0; row < samples.size(); row++) {
      dev.watershed.workload.observation.Attribution.Key key = samples.key(row);
      digests
          .computeIfAbsent(key.digest(), digest -> new HashMap<>())
          .merge(whose.apply(key.origin()), counts(samples, row), SampleCounts::plus);
    }
    List<DigestShares> shares = new ArrayList<>();
    digests.forEach((digest, services) -> shares.add(shares(digest, services)));
    return shares;
  }

  private static DigestShares shares(long digest, Map<Attribution, SampleCounts> services) {
    SampleCounts whole = services.values().stream().reduce(SampleCounts.NONE, SampleCounts::plus);
    List<ServiceShare> shares = new ArrayList<>();
    services.forEach(
        (service, part) ->
            shares.add(new ServiceShare(service, ShareEstimator.share(whole, part), part)));
    shares.sort(
        Comparator.comparingDouble((ServiceShare share) -> -share.share().estimate())
            .thenComparing(share -> share.service().toString()));
    return new DigestShares(digest, shares, ShareEstimator.share(whole, SampleCounts.NONE), whole);
  }

  /** An execution counts where it is seen first; what is seen later is of one at least. */
  private static SampleCounts counts(
      ObservationTable<dev.watershed.workload.observation.Attribution.Key, Figure> samples,
      int row) {
    long seen = samples.value(row, Figure.SAMPLES);
    return new SampleCounts(
        seen,
        Math.max(Math.min(seen, 1), samples.value(row, Figure.EXECUTIONS)),
        samples.value(row, Figure.SAMPLED_MICROS),
        samples.value(row, Figure.COUNT_VARIANCE_MILLIONTHS) / MILLION);
  }
}
