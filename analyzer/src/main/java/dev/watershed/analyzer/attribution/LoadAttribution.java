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
 * <p>The interval of a sum comes from those of its parts by the method of variance estimates
 * recovery: the distances of the ends from the estimates are squared and added (Zou, Donner,
 * Statistics in Medicine 27, 2008). A service that was not seen in a statement has an end above
 * nothing there, too.
 */
public final class LoadAttribution {

  private LoadAttribution() {}

  /**
   * The load by service.
   *
   * @param shares by samples
   * @param timeMicros what the server counted, by digest
   */
  public static AttributedLoad of(List<DigestShares> shares, LongLongMap timeMicros) {
    Set<Attribution> services = new HashSet<>();
    shares.forEach(digest -> digest.services().forEach(part -> services.add(part.service())));
    Map<Attribution, Sum> sums = new HashMap<>();
    services.forEach(service -> sums.put(service, new Sum()));
    long sampled = 0;
    for (DigestShares digest : shares) {
      long time = timeMicros.getIfAbsent(digest.digest(), 0);
      sampled += time;
      Set<Attribution> unseen = new HashSet<>(services);
      for (ServiceShare part : digest.services()) {
        sums.get(part.service()).add(part.share(), time);
        unseen.remove(part.service());
      }
      unseen.forEach(service -> sums.get(service).add(digest.unseen(), time));
    }
    List<AttributedLoad.Part> parts = new ArrayList<>();
    sums.forEach((service, sum) -> parts.add(new AttributedLoad.Part(service, sum.interval())));
    parts.sort(
        Comparator.comparingDouble((AttributedLoad.Part part) -> -part.micros().estimate())
            .thenComparing(part -> part.service().toString()));
    return new AttributedLoad(parts, timeMicros.sum() - sampled, timeMicros.sum());
  }

  private static final class Sum {

    private double estimate;
    private double below;
    private double above;

    void add(Interval share, long time) {
      double lower = (share.estimate() - share.low()) * time;
      double upper = (share.high() - share.estimate()) * time;
      estimate += share.estimate() * time;
      below += lower * lower;
      above += upper * upper;
    }

    Interval interval() {
      return new Interval(
          estimate, Math.max(0, estimate - Math.sqrt(below)), estimate + Math.sqrt(above));
    }
  }
}
