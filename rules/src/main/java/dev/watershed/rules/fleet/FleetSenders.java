package dev.watershed.rules.fleet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who sends which digest. */
public final class FleetSenders {

  private final Map<Long, List<String>> services = new HashMap<>();

  private FleetSenders(List<FleetStatement> statements) {
    statements.forEach(each -> services.put(each.digest(), each.services()));
  }

  /** Those of some facts. */
  public static FleetSenders of(FleetFacts facts) {
    return new FleetSenders(facts.statements());
  }

  /** The services that send any of some digests, by name. */
  public List<String> of(Collection<Long> digests) {
    Set<Long> wanted = new HashSet<>(digests);
    return wanted.stream()
        .flatMap(digest -> services.getOrDefault(digest, List.of()).stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }
}
