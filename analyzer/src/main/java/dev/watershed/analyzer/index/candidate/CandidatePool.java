package dev.watershed.analyzer.index.candidate;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.StatementShape;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.IndexSize;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every index that might help some statement, once each, in an order of their own. */
public final class CandidatePool {

  private static final int MAXIMUM_NAME = 64;

  private CandidatePool() {}

  /** Those of all statements that are a ground for advice. */
  public static List<Candidate> of(List<StatementShape> statements, IndexFeatures features) {
    Map<TableFigures, Map<String, Draft>> byTable =
        new TreeMap<>(Comparator.comparing(TableFigures::name));
    for (StatementShape statement : statements) {
      for (BlockShape block : statement.blocks()) {
        for (SourceShape source : block.sources()) {
          if (source.table().filter(CandidatePool::clusters).isPresent()) {
            SourceCandidates own =
                new SourceCandidates(block, source, features, statement.covers());
            Set<List<IndexPart>> found = own.make();
            add(byTable, source.table().orElseThrow(), found, own.asked());
          }
        }
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    byTable.forEach((table, drafts) -> name(table, drafts, candidates));
    return candidates;
  }

  /** A list of parts, and whether one statement asks for all of them. */
  private record Draft(List<IndexPart> parts, boolean asked) {

    Draft or(Draft other) {
      return new Draft(parts, asked || other.asked);
    }
  }

  /** Sizes and costs here are InnoDB's. */
  private static boolean clusters(TableFigures table) {
    return table
        .definition()
        .engine()
        .map(engine -> engine.equalsIgnoreCase("InnoDB"))
        .orElse(true);
  }

  private static void add(
      Map<TableFigures, Map<String, Draft>> byTable,
      TableFigures table,
      Set<List<IndexPart>> found,
      Set<List<IndexPart>> asked) {
    for (List<IndexPart> each : found) {
      List<IndexPart> parts = PartLists.withoutClusterKey(each, table);
      if (!parts.isEmpty()
          && PartLists.distinct(parts)
          && !PartLists.exist(parts, table)
          && IndexSize.fits(table.definition(), definition("x", parts))) {
        byTable
            .computeIfAbsent(table, key -> new TreeMap<>())
            .merge(text(parts), new Draft(parts, asked.contains(each)), Draft::or);
      }
    }
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

  private static void name(
      TableFigures table, Map<String, Draft> drafts, List<Candidate> candidates) {
    Set<String> taken = new HashSet<>();
    table.definition().indexes().forEach(index -> taken.add(index.name().toLowerCase(Locale.ROOT)));
    for (Draft draft : drafts.values()) {
      IndexDefinition index = definition(name(draft.parts(), taken), draft.parts());
      candidates.add(new Candidate(table, table.imagined(index), draft.asked()));
    }
  }

  private static String name(List<IndexPart> parts, Set<String> taken) {
    String words =
        parts.stream()
            .map(ColumnKey::of)
            .map(key -> key.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", ""))
            .collect(Collectors.joining("_", "idx_", ""));
    String name = words.substring(0, Math.min(words.length(), MAXIMUM_NAME));
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      String suffix = "_" + number;
      name = words.substring(0, Math.min(words.length(), MAXIMUM_NAME - suffix.length())) + suffix;
    }
    return name;
  }
}
