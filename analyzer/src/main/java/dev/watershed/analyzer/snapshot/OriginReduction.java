package dev.watershed.analyzer.snapshot;

import dev.watershed.analyzer.coupling.input.CallSites;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.service.ServiceOrigin;
import dev.watershed.workload.Origin;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Origins of a fleet without accounts, hosts and tags. Places in the code are numbered in the order
 * of their names, the same for all servers: how many there are is known, and no longer which.
 */
public final class OriginReduction implements UnaryOperator<Origin> {

  private final ServiceMapping mapping;
  private final Map<String, Integer> sites = new HashMap<>();

  /**
   * @param mapping whose origins are; without configured services nobody's
   * @param origins of statements, of all servers
   */
  public OriginReduction(ServiceMapping mapping, Collection<Origin> origins) {
    this.mapping = mapping;
    TreeSet<String> names = new TreeSet<>();
    origins.forEach(origin -> names.add(CallSites.nameOf(origin)));
    names.remove("");
    names.forEach(name -> sites.put(name, sites.size() + 1));
  }

  /** What stands for an origin. {@link Origin#LUMPED} stays. */
  @Override
  public Origin apply(Origin origin) {
    if (origin.equals(Origin.LUMPED)) {
      return origin;
    }
    Attribution whose = mapping.configured() ? mapping.attribute(origin) : Attribution.NONE;
    Integer site = sites.get(CallSites.nameOf(origin));
    return ServiceOrigin.of(
        whose, !origin.user().isEmpty(), site == null ? OptionalInt.empty() : OptionalInt.of(site));
  }
}
