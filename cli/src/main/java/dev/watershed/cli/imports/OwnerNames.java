package dev.watershed.cli.imports;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceModule;
import dev.watershed.cli.console.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Whom a name in a file of others means: a service, {@code service/module}, a module whose name no
 * other has, or a team, by the configuration's names or its {@code aliases}. A handle ({@code
 * @organisation/team}) and a reference ({@code group:default/team}) mean their last part.
 */
final class OwnerNames {

  private final Map<String, List<Attribution>> parties = new LinkedHashMap<>();
  private final Map<String, List<Attribution>> teams = new LinkedHashMap<>();
  private final SortedMap<String, String> aliases;

  /**
   * @param aliases names of others to names here
   */
  OwnerNames(List<Service> services, SortedMap<String, String> aliases) {
    this.aliases = aliases;
    for (Service service : services) {
      parties.put(service.name(), List.of(Attribution.of(service.name())));
      service.team().ifPresent(team -> add(teams, team, Attribution.of(service.name())));
    }
    Map<String, List<Attribution>> modules = new LinkedHashMap<>();
    for (Service service : services) {
      for (ServiceModule module : service.modules()) {
        Attribution party = Attribution.of(service.name(), module.name());
        parties.put(service.name() + "/" + module.name(), List.of(party));
        add(modules, module.name(), party);
        module
            .team()
            .filter(team -> !service.team().equals(Optional.of(team)))
            .ifPresent(team -> add(teams, team, party));
      }
    }
    modules.forEach(parties::putIfAbsent);
  }

  private static void add(Map<String, List<Attribution>> names, String name, Attribution party) {
    names.computeIfAbsent(name, any -> new ArrayList<>()).add(party);
  }

  /** The aliases that lead to no service, module or team, a sentence each. */
  List<String> wrongAliases() {
    return aliases.entrySet().stream()
        .filter(alias -> !parties.containsKey(alias.getValue()))
        .filter(alias -> !teams.containsKey(alias.getValue()))
        .map(
            alias ->
                "aliases."
                    + alias.getKey()
                    + ": '"
                    + alias.getValue()
                    + "' is no service, module or team of the configuration"
                    + hint(alias.getValue()))
        .toList();
  }

  /** The parties that a name may mean, a service or module before a team; none if nobody. */
  List<Attribution> find(String name) {
    String own = own(name);
    return parties.containsKey(own) ? parties.get(own) : teams.getOrDefault(own, List.of());
  }

  /** The parties that the name of a team may mean: a team's before a service or module. */
  List<Attribution> findTeam(String name) {
    String own = own(name);
    return teams.containsKey(own) ? teams.get(own) : parties.getOrDefault(own, List.of());
  }

  /** The service or module that a whole name or its alias is; no team, and nothing in part. */
  Optional<Attribution> party(String name) {
    List<Attribution> found =
        parties.getOrDefault(Optional.ofNullable(aliases.get(name)).orElse(name), List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The name here: by an alias of the whole or of its last part, else its last part. */
  String own(String name) {
    String last = last(name);
    return Optional.ofNullable(aliases.get(name))
        .or(() -> Optional.ofNullable(aliases.get(last)))
        .orElseGet(() -> parties.containsKey(name) ? name : last);
  }

  /** The last part of a handle or reference. */
  static String last(String name) {
    String bare = name.startsWith("@") ? name.replaceFirst("^@+", "") : name;
    boolean reference = name.startsWith("@") || bare.indexOf(':') >= 0;
    return reference
        ? bare.substring(Math.max(bare.lastIndexOf('/'), bare.indexOf(':')) + 1)
        : bare;
  }

  /** Says that a name is nobody's, and the nearest one. */
  String nobody(String name) {
    return "'" + name + "' names no service, module or team of the configuration" + hint(name);
  }

  private String hint(String name) {
    TreeSet<String> known = new TreeSet<>(parties.keySet());
    known.addAll(teams.keySet());
    return Nearest.to(last(name), known).map(near -> "; did you mean " + near + "?").orElse("");
  }
}
