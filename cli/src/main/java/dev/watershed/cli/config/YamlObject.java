package dev.watershed.cli.config;

import dev.watershed.rules.own.SqlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the values of a mapping. Values of a wrong shape read as if they were not there: of the
 * configuration a {@link ShapeChecker} has said so already.
 */
public final class YamlObject {

  /** In no text that means something: neither a name nor a path has it. */
  static final char NUL = '\0';

  private final String file;
  private final MappingNode node;
  private final String path;
  private final Problems problems;
  private final Map<String, Node> fields = new LinkedHashMap<>();

  YamlObject(String file, MappingNode node, String path, Problems problems) {
    this.file = file;
    this.node = node;
    this.path = path;
    this.problems = problems;
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name) {
        fields.putIfAbsent(name.getValue(), tuple.getValueNode());
      }
    }
  }

  /** The text of a key; empty if it is blank or none. */
  public Optional<String> text(String key) {
    return scalar(key).map(ScalarNode::getValue).filter(value -> !value.isBlank());
  }

  /** The number of a key. */
  public OptionalDouble number(String key) {
    return scalar(key)
        .map(value -> Numbers.number(value.getValue()))
        .orElse(OptionalDouble.empty());
  }

  OptionalLong whole(String key) {
    return scalar(key).map(value -> Numbers.whole(value.getValue())).orElse(OptionalLong.empty());
  }

  /** A text turned into a value; a text that the function refuses becomes a problem. */
  <T> Optional<T> value(String key, Function<String, T> parse) {
    return scalar(key).flatMap(scalar -> parse(scalar, path(key), parse));
  }

  /** The texts of a list (or a single text), each turned into a value. */
  <T> List<T> values(String key, Function<String, T> parse) {
    Optional<Node> found = find(key);
    if (found.isPresent() && found.get() instanceof SequenceNode sequence) {
      List<T> values = new ArrayList<>();
      int index = 0;
      for (Node item : sequence.getValue()) {
        String itemPath = path(key) + "[" + index++ + "]";
        if (item instanceof ScalarNode scalar) {
          parse(scalar, itemPath, parse).ifPresent(values::add);
        }
      }
      return values;
    }
    return value(key, parse).stream().toList();
  }

  /** Where the texts of a list (or a single text) are written, {@code file:line:column} each. */
  List<String> places(String key) {
    Optional<Node> found = find(key);
    List<Node> items =
        found.isPresent() && found.get() instanceof SequenceNode sequence
            ? sequence.getValue()
            : found.stream().toList();
    return items.stream()
        .filter(ScalarNode.class::isInstance)
        .map(item -> Problems.place(file, item.getStartMark()))
        .toList();
  }

  /** The mapping of a key. */
  public Optional<YamlObject> object(String key) {
    return find(key).flatMap(value -> object(value, path(key)));
  }

  /** The mappings of a list. */
  public List<YamlObject> objects(String key) {
    List<YamlObject> objects = new ArrayList<>();
    if (find(key).orElse(null) instanceof SequenceNode sequence) {
      int index = 0;
      for (Node item : sequence.getValue()) {
        object(item, path(key) + "[" + index++ + "]").ifPresent(objects::add);
      }
    }
    return objects;
  }

  /** The texts of a list, or the single text, with their lines. */
  public List<YamlText> texts(String key) {
    Optional<Node> found = find(key);
    List<Node> nodes =
        found.isPresent() && found.get() instanceof SequenceNode sequence
            ? sequence.getValue()
            : found.stream().toList();
    List<YamlText> texts = new ArrayList<>();
    for (Node each : nodes) {
      if (each instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(new YamlText(scalar.getValue(), line(scalar)));
      }
    }
    return texts;
  }

  /** A text of SQL, with the line where it begins. */
  Optional<SqlText> sql(String key) {
    return scalar(key)
        .filter(scalar -> !scalar.getValue().isBlank())
        .map(
            scalar -> new SqlText(scalar.getValue(), file, line(scalar) + (block(scalar) ? 1 : 0)));
  }

  /** Whether the text begins on the line below its key. */
  private static boolean block(ScalarNode scalar) {
    return scalar.getScalarStyle() == ScalarStyle.LITERAL
        || scalar.getScalarStyle() == ScalarStyle.FOLDED;
  }

  /** What a value that is no list and no mapping is. */
  enum Sort {
    NUMBER,
    FLAG,
    TEXT
  }

  /** What the value of a key is, as YAML tells it: a number in quotes is a text. */
  Sort sort(String key) {
    Optional<Tag> tag = scalar(key).map(ScalarNode::getTag);
    if (tag.filter(each -> each.equals(Tag.INT) || each.equals(Tag.FLOAT)).isPresent()) {
      return Numbers.number(text(key).orElse("")).isPresent() ? Sort.NUMBER : Sort.TEXT;
    }
    return tag.filter(Tag.BOOL::equals).isPresent() ? Sort.FLAG : Sort.TEXT;
  }

  /** What people call a file that lies beside this one. */
  String sibling(String name) {
    return Path.of(file).resolveSibling(name).toString();
  }

  /** The lists of texts in a list. */
  public List<List<String>> rows(String key) {
    List<List<String>> rows = new ArrayList<>();
    if (find(key).orElse(null) instanceof SequenceNode sequence) {
      for (Node row : sequence.getValue()) {
        if (row instanceof SequenceNode cells) {
          rows.add(cells(cells));
        }
      }
    }
    return rows;
  }

  /** Whether a key has a list. */
  public boolean isList(String key) {
    return find(key).orElse(null) instanceof SequenceNode;
  }

  /** The line of a key's value, or of the mapping where the key is missing; from 1. */
  public int line(String key) {
    return line(find(key).orElse(node));
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  /** The texts of a list; another value is an empty text. */
  static List<String> cells(SequenceNode list) {
    return list.getValue().stream()
        .map(cell -> cell instanceof ScalarNode scalar ? scalar.getValue() : "")
        .toList();
  }

  /** The keys of this mapping, in the order of the file. */
  public List<String> keys() {
    return List.copyOf(fields.keySet());
  }

  /** Adds a problem with a key of this mapping, or with the mapping where the key is missing. */
  void problem(String key, String message) {
    problems.add(file, find(key).orElse(node), path(key), message);
  }

  /** How many problems the configuration has so far. */
  int problemCount() {
    return problems.count();
  }

  /** Adds a problem with this mapping. */
  void problem(String message) {
    problems.add(file, node, path, message);
  }

  private <T> Optional<T> parse(ScalarNode scalar, String at, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(scalar.getValue()));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      problems.add(file, scalar, at, e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<YamlObject> object(Node value, String at) {
    return value instanceof MappingNode mapping
        ? Optional.of(new YamlObject(file, mapping, at, problems))
        : Optional.empty();
  }

  private Optional<ScalarNode> scalar(String key) {
    return find(key)
        .map(value -> value instanceof ScalarNode scalar ? scalar : null)
        .filter(scalar -> scalar.getValue().indexOf(NUL) < 0);
  }

  private Optional<Node> find(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
