package dev.watershed.cli.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML 1.2 file as its graph of nodes, which know their lines.
 *
 * @param name as the user named it
 * @param root the document; empty for an empty file
 */
record YamlFile(String name, Optional<Node> root) {

  private static final int MOST_CODE_POINTS = 512 << 20;

  /** Reads a file; adds a problem and is empty if it is no YAML document. */
  static Optional<YamlFile> read(String name, Path path, Problems problems) {
    return text(name, path, problems).flatMap(text -> parse(name, text, problems));
  }

  /**
   * Reads a file that is a mapping, and checks its keys; adds problems, and is empty if it is none.
   */
  static Optional<YamlObject> mapping(String name, Path path, Shape shape, Problems problems) {
    Optional<Node> node = read(name, path, problems).flatMap(YamlFile::root);
    node.ifPresent(root -> new ShapeChecker(name, problems).check(root, shape, ""));
    return node.flatMap(
        root ->
            root instanceof MappingNode mapping
                ? Optional.of(new YamlObject(name, mapping, "", problems))
                : Optional.empty());
  }

  /** The text of a file; adds a problem and is empty if it cannot be read. */
  static Optional<String> text(String name, Path path, Problems problems) {
    try {
      return Optional.of(Files.readString(path));
    } catch (NoSuchFileException e) {
      problems.add(name, Optional.empty(), "no such file");
      return Optional.empty();
    } catch (CharacterCodingException e) {
      problems.add(name, Optional.empty(), "is not UTF-8 text; expected a YAML file");
      return Optional.empty();
    } catch (IOException e) {
      String reason = Files.isDirectory(path) ? "is a directory" : "cannot be read: " + e;
      problems.add(name, Optional.empty(), reason + "; expected a YAML file");
      return Optional.empty();
    }
  }

  static Optional<YamlFile> parse(String name, String text, Problems problems) {
    // A baseline may have more than the 3 MiB that the library takes by itself.
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setCodePointLimit(MOST_CODE_POINTS).build();
    try {
      Iterator<Node> documents = new Compose(settings).composeAllFromString(text).iterator();
      Optional<Node> root = documents.hasNext() ? Optional.of(documents.next()) : Optional.empty();
      if (documents.hasNext()) {
        problems.add(name, documents.next(), "", "a second document; expected one");
        return Optional.empty();
      }
      return Optional.of(new YamlFile(name, root));
    } catch (MarkedYamlEngineException e) {
      problems.add(name, e.getProblemMark(), said(e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(name, Optional.empty(), e.getMessage());
    }
    return Optional.empty();
  }

  /** A text that begins with an asterisk is taken for an alias, and may be a password. */
  private static String said(String problem) {
    return problem.startsWith("found undefined alias")
        ? "a text that begins with * needs quotes, or else it is an alias of nothing"
        : problem;
  }
}
