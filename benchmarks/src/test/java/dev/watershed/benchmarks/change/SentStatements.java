package dev.watershed.benchmarks.change;

import dev.watershed.benchmarks.json.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the simulator sent of each table, as its truth says it: texts, and by whom. */
final class SentStatements {

  private record Planned(String digest, String text, Set<String> tables) {}

  private final Map<String, Set<String>> texts = new HashMap<>();
  private final Map<String, Set<String>> senders = new HashMap<>();
  private final Set<String> untouched;

  private SentStatements(Set<String> untouched) {
    this.untouched = untouched;
  }

  /** Reads {@code truth.json}. */
  static SentStatements read(Path file) throws IOException {
    JsonNode root = JsonNode.read(file);
    Map<String, Set<String>> sent = new HashMap<>();
    root.list(
        "load",
        node ->
            sent.computeIfAbsent(node.text("digest"), digest -> new HashSet<>())
                .add(node.text("service")));
    SentStatements statements =
        new SentStatements(Set.copyOf(root.texts("tablesWithoutStatements")));
    for (Planned planned : root.list("statements", SentStatements::planned)) {
      Set<String> services = sent.getOrDefault(planned.digest(), Set.of());
      if (!services.isEmpty()) {
        for (String table : planned.tables()) {
          statements.texts.computeIfAbsent(table, key -> new HashSet<>()).add(planned.text());
          statements.senders.computeIfAbsent(table, key -> new TreeSet<>()).addAll(services);
        }
      }
    }
    return statements;
  }

  private static Planned planned(JsonNode node) {
    Set<String> tables = new HashSet<>(node.texts("reads"));
    tables.addAll(node.texts("writes"));
    return new Planned(
        node.text("digest"), node.text("fingerprint").toLowerCase(Locale.ROOT), tables);
  }

  /** Whether anything was sent that names a table. */
  boolean used(String table) {
    return texts.containsKey(table);
  }

  /** Whether the simulator knows no statement at all that names a table. */
  boolean untouched(String table) {
    return untouched.contains(table);
  }

  /**
   * Whether a text that names a table has a word in it, or selects everything. Servers write a
   * column called {@code day} as they write the unit.
   */
  boolean names(String table, String word) {
    Pattern pattern =
        Pattern.compile(
            "\\b(sql_tsi_)?" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "\\b|select \\*");
    return texts.getOrDefault(table, Set.of()).stream()
        .anyMatch(text -> pattern.matcher(text).find());
  }

  /** Who sends something that names a table, by name. */
  List<String> senders(String table) {
    return List.copyOf(senders.getOrDefault(table, Set.of()));
  }
}
