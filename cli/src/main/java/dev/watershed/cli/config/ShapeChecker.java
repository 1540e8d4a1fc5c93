package dev.watershed.cli.config;

import dev.watershed.cli.console.Nearest;
import java.util.HashSet;
import java.util.Set;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Compares a file with the shape that it should have. */
final class ShapeChecker {

  private static final int LONGEST_SHOWN = 60;

  private static final String COMMAS = "; a text with a comma needs quotes within braces";

  private final String file;
  private final Problems problems;

  ShapeChecker(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Adds a problem for everything that does not fit. */
  void check(Node node, Shape shape, String path) {
    if (shape instanceof Shape.Anything) {
      return;
    }
    if (shape instanceof Shape.Keys keys && node instanceof MappingNode mapping) {
      keys(mapping, keys, path);
    } else if (shape instanceof Shape.Entries entries && node instanceof MappingNode mapping) {
      entries(mapping, entries, path);
    } else if (shape instanceof Shape.Items items && node instanceof SequenceNode sequence) {
      items(sequence, items.item(), path);
    } else if (shape instanceof Shape.TextOrTexts && node instanceof SequenceNode sequence) {
      items(sequence, new Shape.Text(), path);
    } else if (!(node instanceof ScalarNode scalar && fits(scalar, shape))) {
      problems.add(file, node, path, describe(node) + "; expected " + shape.expectation());
    }
  }

  private void keys(MappingNode mapping, Shape.Keys shape, String path) {
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = key(tuple, path);
      String keyPath = path.isEmpty() ? key : path + "." + key;
      boolean known = shape.keys().containsKey(key);
      if (!known && mayBeSecret(mapping, shape)) {
        problems.add(file, tuple.getKeyNode(), path, unknown(key, shape) + COMMAS);
      } else if (!seen.add(key)) {
        problems.add(file, tuple.getKeyNode(), keyPath, "the key is there twice");
      } else if (known) {
        check(tuple.getValueNode(), shape.keys().get(key), keyPath);
      } else {
        problems.add(file, tuple.getKeyNode(), keyPath, unknown(key, shape));
      }
    }
    for (String required : shape.keys().keySet()) {
      if (shape.required().contains(required) && !seen.contains(required)) {
        problems.add(file, mapping, path, "the key " + required + " is missing");
      }
    }
  }

  /** What follows the comma of a password without quotes, within braces, is taken for a key. */
  private static boolean mayBeSecret(MappingNode mapping, Shape.Keys shape) {
    return mapping.getFlowStyle() == FlowStyle.FLOW && shape.keys().containsKey("password");
  }

  private void entries(MappingNode mapping, Shape.Entries shape, String path) {
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = key(tuple, path);
      if (!seen.add(key)) {
        problems.add(file, tuple.getKeyNode(), path + "." + key, "the key is there twice");
      }
      check(tuple.getValueNode(), shape.value(), path + "." + key);
    }
  }

  private void items(SequenceNode sequence, Shape item, String path) {
    int index = 0;
    for (Node node : sequence.getValue()) {
      check(node, item, path + "[" + index++ + "]");
    }
  }

  private String key(NodeTuple tuple, String path) {
    if (tuple.getKeyNode() instanceof ScalarNode key) {
      return key.getValue();
    }
    problems.add(file, tuple.getKeyNode(), path, "a key must be a string");
    return "?";
  }

  private static String unknown(String key, Shape.Keys shape) {
    String expected = "unknown key; expected one of " + String.join(", ", shape.keys().keySet());
    return expected
        + Nearest.to(key, shape.keys().keySet())
            .map(nearest -> "; did you mean " + nearest + "?")
            .orElse("");
  }

  private static boolean fits(ScalarNode scalar, Shape shape) {
    String value = scalar.getValue();
    boolean given = !scalar.getTag().equals(Tag.NULL);
    if (shape instanceof Shape.Text
        || shape instanceof Shape.TextOrTexts
        || shape instanceof Shape.Name) {
      return given && !value.isBlank() && value.indexOf(YamlObject.NUL) < 0;
    }
    if (shape instanceof Shape.AnyText) {
      return given && value.indexOf(YamlObject.NUL) < 0;
    }
    if (shape instanceof Shape.Word word) {
      return word.words().contains(value);
    }
    if (shape instanceof Shape.Flag) {
      return scalar.getTag().equals(Tag.BOOL);
    }
    if (shape instanceof Shape.Whole whole && scalar.getTag().equals(Tag.INT)) {
      return Numbers.whole(value).stream().anyMatch(number -> number >= whole.least());
    }
    boolean numeric = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
    return shape instanceof Shape.Number number
        && numeric
        && Numbers.number(value).stream().anyMatch(found -> found >= number.least());
  }

  private static String describe(Node node) {
    if (node instanceof MappingNode) {
      return "keys and values";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    ScalarNode scalar = (ScalarNode) node;
    boolean nothing = scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank();
    String value = scalar.getValue();
    return nothing
        ? "no value"
        : "'"
            + (value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value)
            + "'";
  }
}
