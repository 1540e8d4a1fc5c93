package dev.watershed.cli.config;

import java.nio.file.Path;
import java.util.Optional;

/** Reads the files beside a configuration that say what people agreed on. */
final class GovernanceReader {

  private final Path folder;
  private final Problems problems;

  /**
   * @param folder where their paths begin
   */
  GovernanceReader(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  Governance read(YamlObject configuration) {
    Optional<String> ledger = configuration.text("decisions");
    return new Governance(
        ledger.flatMap(name -> mapping(name)).stream()
            .flatMap(file -> DecisionReader.read(file).stream())
            .toList(),
        ledger.isPresent());
  }

  private Optional<YamlObject> mapping(String name) {
    return YamlFile.mapping(name, folder.resolve(name), DecisionReader.SHAPE, problems);
  }
}
