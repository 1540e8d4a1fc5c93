package dev.watershed.cli.imports;

import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.ClaimSource;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a Backstage catalogue says of owners. A component owns the tables of its annotation. A
 * resource is tables by its annotation, or by its type: a table of its name, or a schema. It is
 * owned by the component of its own owner that depends on it; else by the only service of its
 * owner. A component of another owner that depends on it uses it.
 */
final class BackstageCatalog {

  private static final List<String> TABLE_TYPES = List.of("table", "database-table");
  private static final List<String> SCHEMA_TYPES = List.of("database", "schema", "database-schema");

  private final OwnerNames names;
  private final OwnerJudge judge;
  private final ImportNotes notes;
  private final List<BackstageEntity> components = new ArrayList<>();
  private final List<BackstageEntity> resources = new ArrayList<>();

  BackstageCatalog(OwnerNames names, OwnerJudge judge, ImportNotes notes) {
    this.names = names;
    this.judge = judge;
    this.notes = notes;
  }

  void add(List<BackstageEntity> entities) {
    entities.forEach(entity -> (entity.component() ? components : resources).add(entity));
  }

  /** What it claims, components first. */
  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (BackstageEntity component : components) {
      if (!component.tables().isEmpty()) {
        judge
            .named(List.of(component.name()), component.path(), component.place())
            .ifPresent(party -> claims.addAll(claims(component, party, component.tables())));
      }
    }
    for (BackstageEntity resource : resources) {
      List<String> tables = tables(resource);
      if (!tables.isEmpty()) {
        owner(resource).ifPresent(party -> claims.addAll(claims(resource, party, tables)));
      }
    }
    return claims;
  }

  private static List<String> tables(BackstageEntity resource) {
    if (!resource.tables().isEmpty()) {
      return resource.tables();
    }
    return TABLE_TYPES.contains(resource.type())
        ? List.of(resource.name())
        : SCHEMA_TYPES.contains(resource.type()) ? List.of(resource.name() + ".*") : List.of();
  }

  private List<Claim> claims(BackstageEntity entity, Attribution party, List<String> tables) {
    List<Claim> claims = new ArrayList<>();
    for (String table : tables) {
      try {
        TablePattern pattern = TableNames.parse(table, entity.schema());
        claims.add(
            OwnerJudge.claim(
                party, pattern, ClaimSource.Kind.BACKSTAGE, entity.file(), entity.line()));
      } catch (IllegalArgumentException e) {
        notes.add(entity.place(), e.getMessage());
      }
    }
    return claims;
  }

  private Optional<Attribution> owner(BackstageEntity resource) {
    List<BackstageEntity> dependants =
        components.stream()
            .filter(
                component ->
                    resource.owner().isEmpty()
                        || component
                            .owner()
                            .map(names::own)
                            .equals(resource.owner().map(names::own)))
            .filter(component -> depends(component, resource))
            .toList();
    List<BackstageEntity> known =
        dependants.stream().filter(each -> names.find(each.name()).size() == 1).toList();
    if (known.size() == 1) {
      return Optional.of(names.find(known.get(0).name()).get(0));
    }
    if (known.size() > 1) {
      notes.add(
          resource.place(),
          "several components of its owner depend on it ("
              + known.stream().map(BackstageEntity::name).sorted().collect(Collectors.joining(", "))
              + "): nobody is taken from it");
      return Optional.empty();
    }
    if (resource.owner().isEmpty()) {
      notes.add(resource.place(), "has no owner, and no component that is a service depends on it");
      return Optional.empty();
    }
    return judge.ofTeams(List.of(resource.owner().get()), resource.path(), resource.place());
  }

  private static boolean depends(BackstageEntity component, BackstageEntity resource) {
    return resource.dependencies().stream().anyMatch(component::isMeantBy)
        || component.dependencies().stream().anyMatch(resource::isMeantBy);
  }

  /** The teams of services by the owners of their components. */
  Map<Attribution, String> teams() {
    Map<Attribution, String> teams = new HashMap<>();
    for (BackstageEntity component : components) {
      List<Attribution> parties = names.find(component.name());
      if (parties.size() == 1) {
        component.owner().ifPresent(team -> teams.putIfAbsent(parties.get(0), names.own(team)));
      }
    }
    return teams;
  }
}
