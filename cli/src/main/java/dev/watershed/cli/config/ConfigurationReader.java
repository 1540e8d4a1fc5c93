package dev.watershed.cli.config;

import dev.watershed.analyzer.neighbour.CalendarEntry;
import dev.watershed.analyzer.service.ServiceMapping;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads a configuration file and what it includes. */
public final class ConfigurationReader {

  private static final int DEEPEST_INCLUDE = 8;

  private final Problems problems = new Problems();
  private final ServiceReader services = new ServiceReader();
  private final RuleReader rules = new RuleReader();
  private final GateReader gate = new GateReader();
  private final ImportReader imports = new ImportReader();

  private ConfigurationReader() {}

  /**
   * The configuration.
   *
   * @param name the file as the user named it; included files are looked for beside it
   * @throws ConfigurationException if anything is wrong with it; the message names every problem
   */
  public static Configuration read(String name, Path workingDirectory)
      throws ConfigurationException {
    return new ConfigurationReader().readFile(name, workingDirectory.resolve(name));
  }

  private Configuration readFile(String name, Path path) throws ConfigurationException {
    Optional<YamlObject> root = YamlFile.mapping(name, path, Shapes.configuration(), problems);
    Configuration configuration = Configuration.none();
    if (root.isPresent()) {
      YamlObject file = root.get();
      List<ServerConfiguration> servers = ServerReader.read(file);
      services.read(file);
      Path folder = path.toAbsolutePath().normalize().getParent();
      rules.read(file, folder);
      gate.read(file);
      imports.read(file, folder);
      List<CalendarEntry> calendar = CalendarReader.read(file);
      for (PathMatcher pattern : file.values("include", ConfigurationReader::pattern)) {
        include(file, path, pattern);
      }
      boolean rawSamples = file.text("samples").filter("raw"::equals).isPresent();
      Path store =
          file.value("store", folder::resolve)
              .orElseGet(() -> folder.resolve(Configuration.USUAL_STORE));
      Governance governance = new GovernanceReader(folder, problems).read(file);
      GateConfiguration gated = gate.gate(file, folder, rules.shadowed(), rules.names());
      problems.throwIfAny();
      configuration =
          new Configuration(
              servers,
              ServiceMapping.of(services.services()),
              rawSamples,
              folder,
              store,
              rules.sets(),
              rules.agreements(),
              calendar,
              governance,
              gated,
              imports.imports());
    }
    problems.throwIfAny();
    return configuration;
  }

  private void include(YamlObject file, Path path, PathMatcher pattern) {
    Path directory = path.toAbsolutePath().normalize().getParent();
    try (Stream<Path> walk = Files.walk(directory, DEEPEST_INCLUDE)) {
      List<Path> included =
          walk.filter(found -> pattern.matches(directory.relativize(found)))
              .filter(Files::isRegularFile)
              .filter(found -> !found.equals(path.toAbsolutePath().normalize()))
              .sorted()
              .toList();
      if (included.isEmpty()) {
        file.problem("include", "no file matches a pattern of it below " + directory);
      }
      for (Path found : included) {
        String name = directory.relativize(found).toString();
        YamlFile.mapping(name, found, Shapes.included(), problems)
            .ifPresent(
                part -> {
                  services.read(part);
                  rules.read(part, found.getParent());
                  gate.read(part);
                  imports.readIncluded(part, found.getParent(), directory);
                });
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      file.problem("include", "cannot look through " + directory + ": " + e.getMessage());
    }
  }

  private static PathMatcher pattern(String glob) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("'" + glob + "' is no pattern: " + e.getDescription(), e);
    }
  }
}
