package dev.watershed.analyzer.index.candidate;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The indexes of one table that might help. */
final class TableCandidates {

  private static final int MAXIMUM_NAME = 64;
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern EDGE = Pattern.compile("^_|_$");

  /**
   * What a block asks of the table.
   *
   * @param covers whether every column that the statement needs is known
   * @param seconds of the statement
   */
  record Asked(BlockShape block, SourceShape source, boolean covers, double seconds) {}

  /**
   * A list of parts, whether one statement asks for all of them, and how long those take it ends.
   */
  private record Draft(List<IndexPart> parts, boolean asked, double endingSeconds) {

    Draft or(Draft other) {
      return new Draft(parts, asked || other.asked, endingSeconds + other.endingSeconds);
    }
  }

  private final TableFigures table;
  private final List<List<IndexPart>> existing;
  private final List<IndexDefinition> hidden;
  private final Map<List<IndexPart>, Optional<List<IndexPart>>> judged = new HashMap<>();
  private final Map<String, Draft> drafts = new TreeMap<>();
  private final Map<String, String> wordsOf = new HashMap<>();

  private TableCandidates(TableFigures table, IndexFeatures features) {
    this.table = table;
    existing = PartLists.existing(table, !features.hides());
    hidden =
        table.definition().indexes().stream()
            .filter(index -> features.hides() && !index.visible())
            .filter(index -> index.kind() == IndexKind.BTREE)
            .toList();
  }

  /**
   * Those that what is asked of a table asks for.
   *
   * @param weighs whether the statements on it do; otherwise only what is known is of use
   */
  static List<Candidate> of(
      TableFigures table, List<Asked> asked, IndexFeatures features, boolean weighs) {
    TableCandidates candidates = new TableCandidates(table, features);
    for (Asked each : asked) {
      SourceCandidates own =
          new SourceCandidates(each.block, each.source, features, each.covers, weighs);
      for (List<IndexPart> found : own.make()) {
        candidates.add(
            found, own.asked().contains(found), own.ending().contains(found) ? each.seconds : 0);
      }
    }
    return candidates.named();
  }

  private void add(List<IndexPart> found, boolean asked, double endingSeconds) {
    Optional<List<IndexPart>> parts = judged.get(found);
    if (parts == null) {
      parts = judge(found);
      judged.put(found, parts);
    }
    parts.ifPresent(
        each -> {
          List<IndexPart> taken = hidden(each, endingSeconds > 0).orElse(each);
          drafts.merge(text(taken), new Draft(taken, asked, endingSeconds), Draft::or);
        });
  }

  /**
   * The parts of a hidden index that begins with others.
   *
   * @param exactly whether it must have no more of them: they keep another order
   */
  private Optional<List<IndexPart>> hidden(List<IndexPart> parts, boolean exactly) {
    return hidden.stream()
        .map(IndexDefinition::parts)
        .filter(own -> PartLists.begins(own, parts))
        .filter(own -> !exactly || own.size() == parts.size())
        .findFirst();
  }

  /** What remains of a list of parts; empty if the server has it or cannot have it. */
  private Optional<List<IndexPart>> judge(List<IndexPart> found) {
    return Optional.of(PartLists.withoutClusterKey(found, table))
        .filter(parts -> !parts.isEmpty() && PartLists.distinct(parts))
        .filter(parts -> !PartLists.exist(parts, existing))
        .filter(parts -> table.fits(definition("x", parts)));
  }

  private static String text(List<IndexPart> parts) {
    return parts.stream()
        .map(
            part ->
                ColumnKey.of(part)
                    + (part.prefixLength().isPresent() ? "#" + part.prefixLength().getAsInt() : "")
                    + (part.descending() ? " desc" : ""))
        .collect(Collectors.joining(","));
  }

  private static IndexDefinition definition(String name, List<IndexPart> parts) {
    return new IndexDefinition(name, false, IndexKind.BTREE, true, false, parts);
  }

  private List<Candidate> named() {
    List<Candidate> candidates = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    table.definition().indexes().forEach(index -> taken.add(index.name().toLowerCase(Locale.ROOT)));
    for (Draft draft : drafts.values()) {
      IndexDefinition index =
          hidden.stream()
              .filter(own -> own.parts().equals(draft.parts()))
              .findFirst()
              .orElseGet(() -> definition(name(draft.parts(), taken), draft.parts()));
      candidates.add(
          new Candidate(table, table.imagined(index), draft.asked(), draft.endingSeconds()));
    }
    return candidates;
  }

  private String name(List<IndexPart> parts, Set<String> taken) {
    String words =
        parts.stream()
            .map(part -> wordsOf.computeIfAbsent(ColumnKey.of(part), TableCandidates::words))
            .collect(Collectors.joining("_", "idx_", ""));
    String name = words.substring(0, Math.min(words.length(), MAXIMUM_NAME));
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      String suffix = "_" + number;
      name = words.substring(0, Math.min(words.length(), MAXIMUM_NAME - suffix.length())) + suffix;
    }
    return name;
  }

  /** What stands for a column or an expression in names. */
  private static String words(String key) {
    return EDGE.matcher(OTHERS.matcher(key).replaceAll("_")).replaceAll("");
  }
}
