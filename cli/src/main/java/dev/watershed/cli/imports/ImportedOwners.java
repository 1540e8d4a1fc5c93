package dev.watershed.cli.imports;

import dev.watershed.analyzer.ownership.Claims;
import dev.watershed.analyzer.service.Service;
import java.util.List;
import java.util.Objects;

/**
 * Who owns what by the configuration and all files that it leads to.
 *
 * @param claims of owners, with what could not be concluded
 * @param services those of the configuration; those without a team with the team that other files
 *     name
 */
public record ImportedOwners(Claims claims, List<Service> services) {

  public ImportedOwners {
    Objects.requireNonNull(claims, "claims");
    services = List.copyOf(services);
  }
}
