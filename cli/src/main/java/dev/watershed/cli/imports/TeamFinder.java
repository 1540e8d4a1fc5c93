package dev.watershed.cli.imports;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.Service;
import dev.watershed.cli.config.CodePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The teams of services for which the configuration names none: the owner of the component in a
 * Backstage catalogue; else whom one line of CODEOWNERS names alone for all of their paths.
 */
final class TeamFinder {

  private final OwnerJudge judge;
  private final Map<Attribution, String> catalog;

  TeamFinder(OwnerJudge judge, Map<Attribution, String> catalog) {
    this.judge = judge;
    this.catalog = Map.copyOf(catalog);
  }

  List<Service> fill(List<Service> services, List<CodePath> paths) {
    return services.stream()
        .map(
            service ->
                service.team().isPresent()
                    ? service
                    : new Service(
                        service.name(),
                        team(Attribution.of(service.name()), paths),
                        service.match(),
                        service.owns(),
                        service.reads(),
                        service.modules()))
        .toList();
  }

  private Optional<String> team(Attribution party, List<CodePath> paths) {
    if (catalog.containsKey(party)) {
      return Optional.of(catalog.get(party));
    }
    List<List<String>> owners =
        paths.stream()
            .filter(path -> path.party().equals(party))
            .map(path -> judge.ofFolder(path.files().base()))
            .distinct()
            .toList();
    return owners.size() == 1 && owners.get(0).size() == 1
        ? Optional.of(OwnerNames.last(owners.get(0).get(0)))
        : Optional.empty();
  }
}
