package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.attribution.ServiceShare;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Names the services that were seen running a statement, where its server counts no accounts. */
public final class SampledServices {

  private SampledServices() {}

  /** The ranking, with the services seen behind those that are known exactly. */
  public static WorkloadFacts in(WorkloadFacts facts, List<ServerEstimate> servers) {
    Map<Long, List<String>> seen = new HashMap<>();
    servers.forEach(
        server ->
            server
                .digests()
                .forEach(
                    digest ->
                        digest.services().stream()
                            .map(ServiceShare::service)
                            .forEach(
                                whose ->
                                    whose
                                        .service()
                                        .ifPresent(
                                            service ->
                                                seen.computeIfAbsent(
                                                        digest.digest(), id -> new ArrayList<>())
                                                    .add(service)))));
    return facts.withGroups(facts.groups().stream().map(group -> in(group, seen)).toList());
  }

  private static GroupFacts in(GroupFacts group, Map<Long, List<String>> seen) {
    if (!(group.key() instanceof GroupKey.Digest digest) || !seen.containsKey(digest.digest())) {
      return group;
    }
    LinkedHashSet<String> services = new LinkedHashSet<>(group.services());
    services.addAll(seen.get(digest.digest()));
    return new GroupFacts(
        group.key(), group.figures(), group.share(), List.copyOf(services), group.schemas());
  }
}
