package dev.watershed.cli.config;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.service.TablePattern;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a list of moves, as {@code plan --what-if} takes it and {@code --format moves} writes it.
 */
public final class MovesReader {

  /** The format and its version. */
  public static final String FORMAT = "watershed.moves/1";

  private static final Shape TEXT = new Shape.Text();
  private static final Shape TEXTS = new Shape.TextOrTexts();

  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "moveTables", Set.of("owner", "schema", "server"),
          "mergeServices", Set.of("into"),
          "mergeSchemas", Set.of("into"),
          "moveSchemas", Set.of("server"),
          "mergeTables", Set.of("into"),
          "cutTable", Set.of("owners"),
          "retireTables", Set.of());

  private final YamlObject object;
  private final List<String> kinds;

  private MovesReader(YamlObject object) {
    this.object = object;
    kinds = object.keys().stream().filter(KEYS::containsKey).toList();
  }

  /**
   * The moves of a file, in its order.
   *
   * @param name the file as the user named it
   * @throws ConfigurationException if anything is wrong with it; the message names every problem
   */
  public static List<Move> read(String name, Path path) throws ConfigurationException {
    Problems problems = new Problems();
    List<Move> moves = moves(name, YamlFile.read(name, path, problems), problems);
    problems.throwIfAny();
    return moves;
  }

  /** The same of a text. */
  static List<Move> parse(String name, String text) throws ConfigurationException {
    Problems problems = new Problems();
    List<Move> moves = moves(name, YamlFile.parse(name, text, problems), problems);
    problems.throwIfAny();
    return moves;
  }

  private static List<Move> moves(String name, Optional<YamlFile> file, Problems problems)
      throws ConfigurationException {
    problems.throwIfAny();
    Optional<Node> root = file.flatMap(YamlFile::root);
    if (root.isEmpty()) {
      problems.add(name, Optional.empty(), "is empty; expected format and moves");
      return List.of();
    }
    new ShapeChecker(name, problems).check(root.get(), shape(), "");
    problems.throwIfAny();
    YamlObject moves = new YamlObject(name, (MappingNode) root.get(), "", problems);
    return moves.objects("moves").stream()
        .flatMap(move -> new MovesReader(move).move().stream())
        .toList();
  }

  private static Shape shape() {
    Map<String, Shape> move = new LinkedHashMap<>();
    for (String key :
        List.of(
            "moveTables",
            "mergeServices",
            "mergeSchemas",
            "moveSchemas",
            "mergeTables",
            "cutTable",
            "retireTables")) {
      move.put(key, TEXTS);
    }
    move.put("owners", TEXTS);
    for (String key : List.of("owner", "schema", "server", "into")) {
      move.put(key, TEXT);
    }
    Map<String, Shape> file = new LinkedHashMap<>();
    file.put("format", new Shape.Word(List.of(FORMAT)));
    file.put("moves", new Shape.Items(new Shape.Keys(move, Set.of())));
    return new Shape.Keys(file, Set.of("format", "moves"));
  }

  private Optional<Move> move() {
    if (kinds.size() != 1) {
      object.problem(
          (kinds.isEmpty() ? "says nothing to do" : "says " + String.join(" and ", kinds))
              + "; expected one of moveTables, mergeServices, mergeSchemas, moveSchemas,"
              + " mergeTables, cutTable, retireTables");
      return Optional.empty();
    }
    String kind = kinds.get(0);
    for (String key : object.keys()) {
      if (!key.equals(kind) && !KEYS.get(kind).contains(key)) {
        object.problem(key, "means nothing beside " + kind);
        return Optional.empty();
      }
    }
    return made(() -> make(kind));
  }

  private Optional<Move> make(String kind) {
    List<String> names = object.values(kind, Function.identity());
    return switch (kind) {
      case "mergeServices" -> into().map(into -> new Move.MergeServices(names, into));
      case "mergeSchemas" -> into().map(into -> new Move.MergeSchemas(names, into));
      case "moveSchemas" -> required("server").map(server -> new Move.MoveSchemas(names, server));
      default -> tables(kind);
    };
  }

  private Optional<Move> tables(String kind) {
    int before = object.problemCount();
    List<TablePattern> tables = object.values(kind, TablePattern::parse);
    Optional<TablePattern> into = object.value("into", TablePattern::parse);
    if (object.problemCount() > before) {
      return Optional.empty();
    }
    return switch (kind) {
      case "cutTable" -> {
        if (tables.size() != 1) {
          object.problem(kind, "names " + tables.size() + " tables; expected one");
          yield Optional.empty();
        }
        yield Optional.of(
            new Move.CutTable(tables.get(0), object.values("owners", Function.identity())));
      }
      case "mergeTables" ->
          into().isEmpty()
              ? Optional.empty()
              : into.map(target -> new Move.MergeTables(tables, target));
      case "retireTables" -> Optional.of(new Move.RetireTables(tables));
      default ->
          Optional.of(
              new Move.MoveTables(
                  tables, object.text("owner"), object.text("schema"), object.text("server")));
    };
  }

  private Optional<String> into() {
    return required("into");
  }

  private Optional<String> required(String key) {
    Optional<String> value = object.text(key);
    if (value.isEmpty()) {
      object.problem("the key " + key + " is missing");
    }
    return value;
  }

  /** What a move refuses is a problem of the file. */
  private Optional<Move> made(Supplier<Optional<Move>> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      object.problem(e.getMessage());
      return Optional.empty();
    }
  }
}
