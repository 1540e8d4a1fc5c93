package dev.watershed.cli.config;

import dev.watershed.rules.gate.Baseline;
import dev.watershed.rules.gate.BaselineEntry;
import dev.watershed.rules.gate.Missing;
import dev.watershed.rules.gate.Renames;
import dev.watershed.rules.gate.StaleAfter;
import dev.watershed.rules.verdict.ViolationKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a baseline; docs/check.md describes it. */
public final class BaselineReader {

  /** The format and its version. */
  static final String FORMAT = "watershed.baseline/1";

  static final String YEARLY = "yearly";

  private static final Shape TEXT = new Shape.Text();

  private final Problems problems = new Problems();

  private final Collection<String> ruleNames;

  private BaselineReader(Collection<String> ruleNames) {
    this.ruleNames = ruleNames;
  }

  /**
   * The baseline of a file.
   *
   * @param name the file as the user named it
   * @param rules the names of all rules
   * @throws ConfigurationException if anything is wrong with it; the message names every problem
   */
  public static Baseline read(String name, Path path, Collection<String> rules)
      throws ConfigurationException {
    BaselineReader reader = new BaselineReader(rules);
    return reader.baseline(name, YamlFile.read(name, path, reader.problems));
  }

  private Baseline baseline(String name, Optional<YamlFile> file) throws ConfigurationException {
    problems.throwIfAny();
    Optional<Node> root = file.flatMap(YamlFile::root);
    if (root.isEmpty()) {
      problems.add(name, Optional.empty(), "is empty; expected format and entries");
      problems.throwIfAny();
    }
    new ShapeChecker(name, problems).check(root.get(), shape(), "");
    problems.throwIfAny();
    YamlObject object = new YamlObject(name, (MappingNode) root.get(), "", problems);
    Renames renames = renames(object);
    List<BaselineEntry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (YamlObject entry : object.objects("entries")) {
      Optional<BaselineEntry> read = entry(entry, renames);
      if (read.isPresent() && !keys.add(read.get().key().text())) {
        entry.problem("key", "the key is there twice: " + read.get().key());
      }
      read.ifPresent(entries::add);
    }
    problems.throwIfAny();
    return new Baseline(staleAfter(object), renames, entries);
  }

  private static Shape.Keys shape() {
    Shape names = new Shape.Entries(TEXT);
    Map<String, Shape> file = new LinkedHashMap<>();
    file.put("format", new Shape.Word(List.of(FORMAT)));
    file.put(
        "stale",
        new Shape.Keys(Map.of("spans", new Shape.Whole(1), "days", new Shape.Whole(0)), Set.of()));
    file.put(
        "renames",
        new Shape.Keys(Map.of("services", names, "tables", names, "rules", names), Set.of()));
    file.put("entries", new Shape.Items(entryShape()));
    return new Shape.Keys(file, Set.of("format", "entries"));
  }

  private static Shape.Keys entryShape() {
    Map<String, Shape> missing = new LinkedHashMap<>();
    missing.put("spans", new Shape.Whole(1));
    missing.put("since", TEXT);
    Map<String, Shape> entry = new LinkedHashMap<>();
    entry.put("key", TEXT);
    entry.put("since", TEXT);
    entry.put("missing", new Shape.Keys(missing, Set.of("spans", "since")));
    entry.put("keep", new Shape.Word(List.of(YEARLY)));
    return new Shape.Keys(entry, Set.of("key", "since"));
  }

  private static StaleAfter staleAfter(YamlObject file) {
    Optional<YamlObject> stale = file.object("stale");
    return new StaleAfter(
        bound(stale, "spans", StaleAfter.USUAL.spans()),
        bound(stale, "days", StaleAfter.USUAL.days()));
  }

  private static int bound(Optional<YamlObject> stale, String key, int usual) {
    return (int)
        Math.min(
            Integer.MAX_VALUE,
            stale.map(object -> object.whole(key).orElse(usual)).orElse((long) usual));
  }

  private Renames renames(YamlObject file) {
    Optional<YamlObject> renames = file.object("renames");
    if (renames.isEmpty()) {
      return Renames.NONE;
    }
    YamlObject object = renames.get();
    Map<String, String> rules = names(object, "rules");
    object
        .object("rules")
        .ifPresent(
            each ->
                each.keys()
                    .forEach(old -> each.value(old, name -> GateReader.rule(name, ruleNames))));
    try {
      return new Renames(names(object, "services"), names(object, "tables"), rules);
    } catch (IllegalArgumentException e) {
      object.problem("tables", e.getMessage());
      return Renames.NONE;
    }
  }

  private static Map<String, String> names(YamlObject renames, String what) {
    Map<String, String> names = new TreeMap<>();
    renames
        .object(what)
        .ifPresent(
            each -> each.keys().forEach(old -> each.text(old).ifPresent(to -> names.put(old, to))));
    return names;
  }

  private Optional<BaselineEntry> entry(YamlObject entry, Renames renames) {
    Optional<ViolationKey> key =
        entry.value(
            "key",
            text -> {
              ViolationKey parsed = ViolationKey.parse(text);
              GateReader.rule(renames.rule(parsed.rule()), ruleNames);
              return parsed;
            });
    Optional<LocalDate> since = entry.value("since", Days::parse);
    Optional<Missing> missing = entry.object("missing").flatMap(BaselineReader::missing);
    boolean yearly = entry.text("keep").isPresent();
    return key.isPresent() && since.isPresent()
        ? Optional.of(new BaselineEntry(key.get(), since.get(), missing, yearly))
        : Optional.empty();
  }

  private static Optional<Missing> missing(YamlObject missing) {
    int spans = (int) Math.min(Integer.MAX_VALUE, missing.whole("spans").orElse(1));
    return missing.value("since", Days::parse).map(since -> new Missing(spans, since));
  }
}
