package dev.watershed.benchmarks.fleet.service;

import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.Table;
import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who owns which table: the service with the longest pattern that fits. */
final class Owners {

  private final SortedMap<TableName, String> owners = new TreeMap<>();

  private record Claim(String service, String pattern, TablePattern tables) {}

  Owners(List<Service> services, FleetCatalog catalog) {
    List<Claim> claims = new ArrayList<>();
    for (Service service : services) {
      for (String pattern : service.owns()) {
        claims.add(new Claim(service.name(), pattern, TablePattern.parse(pattern)));
      }
    }
    claims.sort(Comparator.comparing((Claim claim) -> claim.pattern().length()).reversed());
    for (Table table : catalog.tables()) {
      TableName name = table.name();
      claims.stream()
          .filter(claim -> claim.tables().matches(name.schema(), name.table()))
          .findFirst()
          .ifPresent(claim -> owners.put(name, claim.service()));
    }
  }

  Optional<String> owner(TableName table) {
    return Optional.ofNullable(owners.get(table));
  }
}
