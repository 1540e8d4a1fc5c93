package dev.watershed.cli.config;

import dev.watershed.analyzer.service.Service;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a draft of {@code services} as the configuration would be read. */
public final class OwnsReading {

  private static final String NAME = "draft";

  private OwnsReading() {}

  /**
   * The services of a draft.
   *
   * @throws IllegalStateException if it is no part of a configuration: whoever drafted it has a bug
   */
  public static List<Service> read(String yaml) {
    Problems problems = new Problems();
    ServiceReader services = new ServiceReader();
    Optional<Node> root = YamlFile.parse(NAME, yaml, problems).flatMap(YamlFile::root);
    if (root.isPresent()) {
      new ShapeChecker(NAME, problems).check(root.get(), Shapes.included(), "");
      if (root.get() instanceof MappingNode mapping) {
        services.read(new YamlObject(NAME, mapping, "", problems));
      }
    }
    try {
      problems.throwIfAny();
    } catch (ConfigurationException e) {
      throw new IllegalStateException("the draft is no configuration: " + e.getMessage(), e);
    }
    return services.services();
  }
}
