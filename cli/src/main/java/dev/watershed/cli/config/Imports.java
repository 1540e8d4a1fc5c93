package dev.watershed.cli.config;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What files beside the configuration are asked for.
 *
 * @param owners where teams say who owns what, in the order of the file
 * @param migrations where tables are made
 * @param paths whose code is where
 * @param folders of files that are included, and the services that they declare; not the
 *     configuration's own folder, which is everybody's
 * @param aliases what other files call services, modules and teams, to their names here
 * @param calls where it is said who calls whom
 * @param deployments where it is said when services were deployed
 */
public record Imports(
    List<OwnerSource> owners,
    List<Migrations> migrations,
    List<CodePath> paths,
    List<CodePath> folders,
    SortedMap<String, String> aliases,
    List<CallSource> calls,
    DeployMarkers deployments) {

  /** None. */
  static final Imports NONE =
      new Imports(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new TreeMap<>(),
          List.of(),
          DeployMarkers.NONE);

  public Imports {
    owners = List.copyOf(owners);
    migrations = List.copyOf(migrations);
    paths = List.copyOf(paths);
    folders = List.copyOf(folders);
    aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
    calls = List.copyOf(calls);
    Objects.requireNonNull(deployments, "deployments");
  }
}
