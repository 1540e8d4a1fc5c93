package dev.watershed.cli.command;

import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceModule;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whose services and modules are. */
final class Teams {

  private Teams() {}

  /** The teams by {@code service} and {@code service/module}; those without one are absent. */
  static SortedMap<String, String> of(List<Service> services) {
    SortedMap<String, String> teams = new TreeMap<>();
    for (Service service : services) {
      service.team().ifPresent(team -> teams.put(service.name(), team));
      for (ServiceModule module : service.modules()) {
        Optional<String> team = module.team().isPresent() ? module.team() : service.team();
        team.ifPresent(each -> teams.put(service.name() + "/" + module.name(), each));
      }
    }
    return teams;
  }
}
