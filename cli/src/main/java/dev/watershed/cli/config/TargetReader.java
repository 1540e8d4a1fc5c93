package dev.watershed.cli.config;

import dev.watershed.analyzer.consolidation.distance.TargetArchitecture;
import dev.watershed.analyzer.consolidation.distance.TargetOwner;
import dev.watershed.analyzer.consolidation.distance.TargetPattern;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.cli.console.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a target: who should own which tables and where they should lie. */
public final class TargetReader {

  /** The format and its version. */
  public static final String FORMAT = "watershed.target/1";

  private final Problems problems;
  private final Set<String> servers;
  private final Map<String, String> places = new HashMap<>();

  private TargetReader(Problems problems, Set<String> servers) {
    this.problems = problems;
    this.servers = servers;
  }

  /**
   * The target of a file.
   *
   * @param name the file as the user named it
   * @param servers the clusters, and the servers outside of any, that the configuration has
   * @throws ConfigurationException if anything is wrong with it; the message names every problem
   */
  public static TargetArchitecture read(String name, Path path, Set<String> servers)
      throws ConfigurationException {
    Problems problems = new Problems();
    Optional<YamlFile> file = YamlFile.read(name, path, problems);
    return new TargetReader(problems, servers).target(name, file);
  }

  /** The same of a text. */
  static TargetArchitecture parse(String name, String text, Set<String> servers)
      throws ConfigurationException {
    Problems problems = new Problems();
    Optional<YamlFile> file = YamlFile.parse(name, text, problems);
    return new TargetReader(problems, servers).target(name, file);
  }

  private TargetArchitecture target(String name, Optional<YamlFile> file)
      throws ConfigurationException {
    problems.throwIfAny();
    Optional<Node> root = file.flatMap(YamlFile::root);
    if (root.isEmpty()) {
      problems.add(name, Optional.empty(), "is empty; expected format and owners");
      problems.throwIfAny();
    }
    new ShapeChecker(name, problems).check(root.get(), shape(), "");
    problems.throwIfAny();
    YamlObject target = new YamlObject(name, (MappingNode) root.get(), "", problems);
    List<TargetOwner> owners = new ArrayList<>();
    for (YamlObject entry : target.objects("owners")) {
      owner(entry).ifPresent(owners::add);
    }
    if (owners.isEmpty()) {
      target.problem("owners", "expected at least one owner");
    }
    problems.throwIfAny();
    return new TargetArchitecture(owners);
  }

  private static Shape shape() {
    Shape text = new Shape.Text();
    Map<String, Shape> owner = new LinkedHashMap<>();
    owner.put("owner", text);
    owner.put("tables", new Shape.TextOrTexts());
    owner.put("schema", text);
    owner.put("server", text);
    Map<String, Shape> file = new LinkedHashMap<>();
    file.put("format", new Shape.Word(List.of(FORMAT)));
    file.put("owners", new Shape.Items(new Shape.Keys(owner, Set.of("owner", "tables"))));
    return new Shape.Keys(file, Set.of("format", "owners"));
  }

  private Optional<TargetOwner> owner(YamlObject entry) {
    int before = problems.count();
    List<TablePattern> patterns = entry.values("tables", TablePattern::parse);
    List<String> written = entry.places("tables");
    Optional<String> server = entry.text("server");
    if (server.isPresent() && !servers.contains(server.get())) {
      entry.problem(
          "server",
          "there is no cluster or server "
              + server.get()
              + Nearest.to(server.get(), servers)
                  .map(near -> "; did you mean " + near + "?")
                  .orElse(""));
    }
    if (problems.count() > before) {
      return Optional.empty();
    }
    List<TargetPattern> tables = new ArrayList<>();
    for (int each = 0; each < patterns.size(); each++) {
      once(entry, patterns.get(each), written.get(each));
      tables.add(new TargetPattern(patterns.get(each), written.get(each)));
    }
    if (tables.isEmpty()) {
      entry.problem("tables", "expected at least one table");
    }
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(
            new TargetOwner(
                entry.text("owner").orElse(""),
                tables,
                entry.text("schema"),
                server,
                entry.places("owner").get(0)));
  }

  private void once(YamlObject entry, TablePattern pattern, String place) {
    String first = places.putIfAbsent(pattern.text(), place);
    if (first != null) {
      entry.problem("tables", pattern.text() + " is named twice, first at " + first);
    }
  }
}
