package dev.watershed.cli.config;

import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

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
        ledger.flatMap(name -> root(name, DecisionReader.SHAPE)).stream()
            .flatMap(file -> DecisionReader.read(file).stream())
            .toList(),
        ledger.isPresent());
  }

  /** The file of that name, checked; empty if it is no mapping. */
  private Optional<YamlObject> root(String name, Shape shape) {
    Optional<Node> node =
        YamlFile.read(name, folder.resolve(name), problems).flatMap(YamlFile::root);
    node.ifPresent(root -> new ShapeChecker(name, problems).check(root, shape, ""));
    return node.flatMap(
        root ->
            root instanceof MappingNode mapping
                ? Optional.of(new YamlObject(name, mapping, "", problems))
                : Optional.empty());
  }
}
