package dev.watershed.analyzer.attribution;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.Attribution.Figure;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.eclipse.collections.api.map.primitive.LongLongMap;

/** Estimates the load by service of all servers that are shown by their counters. */
public final class ServerEstimates {

  private ServerEstimates() {}

  /**
   * An estimate per server, in the order of their names.
   *
   * @param timeMicros what counters say, by server and digest
   * @param observed by server
   * @param ownUsers the collector's account, by server
   */
  public static List<ServerEstimate> of(
      SortedMap<String, LongLongMap> timeMicros,
      Map<String, Observations> observed,
      ServiceMapping mapping,
      Map<String, String> ownUsers) {
    List<ServerEstimate> estimates = new ArrayList<>();
    timeMicros.forEach(
        (server, own) ->
            estimates.add(
                estimate(
                    server,
                    observed.getOrDefault(server, Observations.NONE),
                    own,
                    mapping,
                    ownUsers.getOrDefault(server, ""))));
    return estimates;
  }

  /**
   * The estimate of one server.
   *
   * @param timeMicros what the server counted, by digest
   * @param ownUser the collector's account; may be empty
   */
  public static ServerEstimate estimate(
      String server,
      Observations observed,
      LongLongMap timeMicros,
      ServiceMapping mapping,
      String ownUser) {
    ObservationTable<dev.watershed.workload.observation.Attribution.Key, Figure> seen =
        withoutOwn(observed.attribution(), timeMicros, ownUser);
    List<DigestShares> digests = SampledShares.of(seen, origin -> service(mapping, origin));
    SampleCounts all =
        digests.stream().map(DigestShares::counts).reduce(SampleCounts.NONE, SampleCounts::plus);
    return new ServerEstimate(
        server,
        LoadAttribution.of(digests, timeMicros),
        LoadAttribution.of(SampledShares.of(seen, mapping), timeMicros),
        digests,
        all.samples(),
        all.sampledMicros(),
        AccountChecks.of(seen, observed.accounts(), timeMicros, mapping, ownUser));
  }

  /** Without the looks of the collector, which the counters do not count either. */
  private static ObservationTable<dev.watershed.workload.observation.Attribution.Key, Figure>
      withoutOwn(
          ObservationTable<dev.watershed.workload.observation.Attribution.Key, Figure> samples,
          LongLongMap timeMicros,
          String ownUser) {
    ObservationRows<dev.watershed.workload.observation.Attribution.Key, Figure> others =
        new ObservationRows<>(samples.kind(), Math.max(1, samples.size()));
    for (int row = 0; row < samples.size(); row++) {
      dev.watershed.workload.observation.Attribution.Key key = samples.key(row);
      boolean own = !ownUser.isEmpty() && key.origin().user().equals(ownUser);
      if (!own || timeMicros.containsKey(key.digest())) {
        others.add(key, samples.row(row));
      }
    }
    return others.build();
  }

  private static Attribution service(ServiceMapping mapping, Origin origin) {
    return mapping.attribute(origin).service().map(Attribution::of).orElse(Attribution.NONE);
  }
}
