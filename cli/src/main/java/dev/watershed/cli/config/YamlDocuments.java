package dev.watershed.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML and JSON files that other programs know, so that unknown keys are none of ours. */
public final class YamlDocuments {

  /** Exports of metrics are large. */
  private static final int MOST_CHARACTERS = 512 << 20;

  private YamlDocuments() {}

  /**
   * The mappings of a file: its documents, and where a document is a list, its items. Adds a
   * problem and is empty if it cannot be read.
   *
   * @param name of the file in messages
   */
  public static List<YamlObject> read(String name, Path path, Problems problems) {
    Optional<String> text = YamlFile.text(name, path, problems);
    return text.isEmpty() ? List.of() : parse(name, text.get(), problems);
  }

  /** The same of a text. */
  public static List<YamlObject> parse(String name, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setCodePointLimit(MOST_CHARACTERS).build();
    List<YamlObject> objects = new ArrayList<>();
    try {
      for (Node document : new Compose(settings).composeAllFromString(text)) {
        List<Node> nodes =
            document instanceof SequenceNode list ? list.getValue() : List.of(document);
        for (Node node : nodes) {
          if (node instanceof MappingNode mapping) {
            objects.add(new YamlObject(name, mapping, "", problems));
          }
        }
      }
    } catch (MarkedYamlEngineException e) {
      problems.add(name, e.getProblemMark(), e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(name, Optional.empty(), e.getMessage());
    }
    return objects;
  }
}
