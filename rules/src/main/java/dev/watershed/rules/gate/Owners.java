package dev.watershed.rules.gate;

import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceModule;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who answers for which services: a service for itself, and a team for its own.
 *
 * @param services by the names of services, modules ({@code service/module}) and teams
 * @param teams those among the names
 */
public record Owners(SortedMap<String, SortedSet<String>> services, Set<String> teams) {

  /** Nobody is known. */
  public static final Owners NONE = new Owners(new TreeMap<>(), Set.of());

  public Owners {
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    teams = Set.copyOf(teams);
  }

  /** Of the services of a configuration. */
  public static Owners of(List<Service> declared) {
    SortedMap<String, SortedSet<String>> services = new TreeMap<>();
    Set<String> teams = new TreeSet<>();
    for (Service service : declared) {
      add(services, service.name(), service.name());
      service.team().ifPresent(teams::add);
      service.team().ifPresent(team -> add(services, team, service.name()));
      for (ServiceModule module : service.modules()) {
        String name = service.name() + "/" + module.name();
        add(services, name, name);
        add(services, service.name(), name);
        module.team().ifPresent(teams::add);
        module.team().or(service::team).ifPresent(team -> add(services, team, name));
      }
    }
    return new Owners(services, teams);
  }

  private static void add(Map<String, SortedSet<String>> services, String owner, String service) {
    services.computeIfAbsent(owner, unused -> new TreeSet<>()).add(service);
  }

  /** Whether a name is that of a service or team; every name is where none is known. */
  public boolean knows(String owner) {
    return services.isEmpty() || services.containsKey(owner);
  }

  /** Whether an owner has one of some services. */
  boolean has(String owner, Collection<String> some) {
    Set<String> own = services.getOrDefault(owner, new TreeSet<>(Set.of(owner)));
    return some.stream().anyMatch(own::contains);
  }
}
