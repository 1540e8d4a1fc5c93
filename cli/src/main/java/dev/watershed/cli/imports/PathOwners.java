package dev.watershed.cli.imports;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.Service;
import dev.watershed.cli.config.CodePath;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.Problems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose files are: of the {@code paths} of services and modules, and the folders of included files,
 * the deepest that fits says it, a module before its service. Where none fits, the teams that
 * CODEOWNERS name, with all their services.
 */
public final class PathOwners {

  /** Nobody's. */
  public static final PathOwners NONE =
      new PathOwners(List.of(), List.of(), new OwnerNames(List.of(), Collections.emptySortedMap()));

  private final List<CodePath> paths;
  private final List<CodeOwnersFile> codeOwners;
  private final OwnerNames names;

  private PathOwners(List<CodePath> paths, List<CodeOwnersFile> codeOwners, OwnerNames names) {
    this.paths = paths;
    this.codeOwners = codeOwners;
    this.names = names;
  }

  /**
   * By a configuration.
   *
   * @param services its services, with the teams that other files name
   * @throws ConfigurationException if a file of it cannot be read
   */
  public static PathOwners of(Configuration configuration, List<Service> services)
      throws ConfigurationException {
    Problems problems = new Problems();
    List<CodeOwnersFile> codeOwners =
        CodeOwnersFile.of(
            configuration.imports(), new ImportFiles(configuration.folder(), problems));
    problems.throwIfAny();
    return new PathOwners(
        Stream.of(configuration.imports().paths(), configuration.imports().folders())
            .flatMap(List::stream)
            .toList(),
        codeOwners,
        new OwnerNames(services, configuration.imports().aliases()));
  }

  /**
   * The services, and modules as {@code service/module}, whose a file is; none if nobody claims it.
   *
   * @param file absolute and normal
   */
  public SortedSet<String> of(Path file) {
    return parties(file)
        .map(
            party ->
                party.service().orElseThrow() + party.module().map(each -> "/" + each).orElse(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The one service whose a file is; empty if it is nobody's, or several have it. */
  public Optional<String> sender(Path file) {
    List<String> services =
        parties(file).flatMap(party -> party.service().stream()).distinct().toList();
    return services.size() == 1 ? Optional.of(services.get(0)) : Optional.empty();
  }

  private Stream<Attribution> parties(Path file) {
    List<Attribution> declared = declared(file);
    return declared.isEmpty() ? teams(file) : declared.stream();
  }

  private List<Attribution> declared(Path file) {
    List<CodePath> fitting = paths.stream().filter(each -> each.files().matches(file)).toList();
    int deepest =
        fitting.stream().mapToInt(each -> each.files().base().getNameCount()).max().orElse(0);
    List<Attribution> parties =
        fitting.stream()
            .filter(each -> each.files().base().getNameCount() == deepest)
            .map(CodePath::party)
            .distinct()
            .toList();
    return parties.stream()
        .filter(party -> party.module().isPresent() || !hasModuleOf(parties, party))
        .toList();
  }

  private static boolean hasModuleOf(List<Attribution> parties, Attribution service) {
    return parties.stream()
        .anyMatch(each -> each.module().isPresent() && each.service().equals(service.service()));
  }

  private Stream<Attribution> teams(Path file) {
    return codeOwners.stream()
        .flatMap(each -> each.naming(file).stream())
        .flatMap(line -> line.owners().stream())
        .flatMap(owner -> names.findTeam(owner).stream());
  }
}
