package dev.watershed.cli.imports;

import dev.watershed.analyzer.calls.CallExport;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.cli.config.CallSource;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.NamedFile;
import dev.watershed.cli.config.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who calls whom by the files that {@code calls} of a configuration names.
 *
 * @param exports in the order of the configuration
 * @param names whom a name in them means
 */
public record CallImport(List<CallExport> exports, Function<String, Optional<Attribution>> names) {

  public CallImport {
    exports = List.copyOf(exports);
    Objects.requireNonNull(names, "names");
  }

  /**
   * Reads them.
   *
   * @throws ConfigurationException if a file cannot be read; the message names every problem
   */
  public static CallImport read(Configuration configuration) throws ConfigurationException {
    Problems problems = new Problems();
    ImportFiles files = new ImportFiles(configuration.folder(), problems);
    List<CallExport> exports = new ArrayList<>();
    for (CallSource source : configuration.imports().calls()) {
      exports.add(
          source.kind() == CallSource.Kind.CSV
              ? csv(source, files, problems)
              : graph(source, files, problems));
    }
    problems.throwIfAny();
    OwnerNames names =
        new OwnerNames(configuration.services().services(), configuration.imports().aliases());
    return new CallImport(exports, names::party);
  }

  private static CallExport csv(CallSource source, ImportFiles files, Problems problems) {
    NamedFile file = source.files().get(0);
    Optional<String> text = files.text(file.path());
    return text.isEmpty()
        ? new CallExport(file.name(), List.of(), List.of())
        : CallCsvReader.read(file.name(), text.get().lines().toList(), source.seconds(), problems);
  }

  private static CallExport graph(CallSource source, ImportFiles files, Problems problems) {
    List<List<GraphSample>> states = new ArrayList<>();
    for (NamedFile file : source.files()) {
      files
          .text(file.path())
          .ifPresent(text -> states.add(GraphSamples.read(file.name(), text, problems)));
    }
    String name = source.files().get(source.files().size() - 1).name();
    if (states.size() < source.files().size() || states.stream().anyMatch(List::isEmpty)) {
      return new CallExport(name, List.of(), List.of());
    }
    return ServiceGraphReader.read(
        name,
        states.get(states.size() - 1),
        states.size() > 1 ? Optional.of(states.get(0)) : Optional.empty(),
        source.seconds(),
        source.values(),
        problems);
  }
}
