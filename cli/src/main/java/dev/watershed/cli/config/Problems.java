package dev.watershed.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What is wrong with a configuration or a file that it leads to, in the order in which it was
 * found.
 */
public final class Problems {

  private static final int MOST = 20;

  private final List<String> messages = new ArrayList<>();

  /**
   * Adds a problem.
   *
   * @param file the file as the user named it
   * @param node where
   * @param path the keys that lead there, such as {@code services[0].match}; empty for the file
   * @param message what is wrong and what was expected
   */
  void add(String file, Node node, String path, String message) {
    add(file, node.getStartMark(), path.isEmpty() ? message : path + ": " + message);
  }

  /** Adds a problem at a place of a file, or with the whole file. */
  void add(String file, Optional<Mark> mark, String message) {
    messages.add(place(file, mark) + ": " + message);
  }

  /** A place in a file, {@code file:line:column}; the file where it is not known. */
  static String place(String file, Optional<Mark> mark) {
    return file + mark.map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1)).orElse("");
  }

  /** Adds a problem with a line of a file. */
  public void add(String file, int line, String message) {
    messages.add(file + ":" + line + ": " + message);
  }

  /** Adds a problem with a whole file. */
  public void add(String file, String message) {
    add(file, Optional.empty(), message);
  }

  int count() {
    return messages.size();
  }

  /** Throws what was found, if anything was. */
  public void throwIfAny() throws ConfigurationException {
    if (!messages.isEmpty()) {
      List<String> shown = new ArrayList<>(messages.subList(0, Math.min(MOST, messages.size())));
      if (shown.size() < messages.size()) {
        shown.add("and " + (messages.size() - shown.size()) + " more");
      }
      throw new ConfigurationException(String.join("\n", shown));
    }
  }
}
