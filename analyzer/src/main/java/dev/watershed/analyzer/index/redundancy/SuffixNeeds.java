package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.statistics.Clustering;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.SortKey;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which statements need the columns of the primary key, or of the unique index that holds the rows
 * where there is none, at the end of a secondary index: those that fix all columns of the index by
 * equality, and then sort or group by the primary key, take its extremes, or a range of it. {@code
 * KEY (a)} serves {@code WHERE a = ? ORDER BY id LIMIT 1} at one row, {@code KEY (a, b)} sorts.
 */
public final class SuffixNeeds {

  private record Use(QueryBlock block, int source) {}

  private final Map<String, List<Use>> uses = new HashMap<>();
  private final Set<String> partlyRead = new HashSet<>();

  public SuffixNeeds(List<WeightedStatement> statements) {
    for (WeightedStatement statement : statements) {
      if (!statement.facts().parsed()) {
        statement.facts().tables().stream()
            .map(NamedTable::table)
            .forEach(table -> partlyRead.add(table.qualifiedName()));
      }
      for (QueryBlock block : statement.facts().blocks()) {
        for (int source = 0; source < block.sources().size(); source++) {
          if (block.sources().get(source) instanceof RowSource.Table table) {
            uses.computeIfAbsent(table.table().qualifiedName(), unused -> new ArrayList<>())
                .add(new Use(block, source));
          }
        }
      }
    }
  }

  /** Whether every statement on a table that was seen was also read as a whole. */
  boolean complete(StatisticTable table) {
    return !partlyRead.contains(table.qualifiedName());
  }

  /** Whether a statement needs the primary key behind the columns of an index. */
  public boolean suffixOf(StatisticTable table, IndexDefinition index) {
    Set<String> primary =
        Clustering.of(table.definition()).stream()
            .flatMap(key -> key.parts().stream())
            .flatMap(part -> part.column().stream())
            .map(SuffixNeeds::folded)
            .collect(Collectors.toSet());
    Set<String> own =
        index.parts().stream()
            .flatMap(part -> part.column().stream())
            .map(SuffixNeeds::folded)
            .collect(Collectors.toSet());
    return uses.getOrDefault(table.qualifiedName(), List.of()).stream()
        .anyMatch(use -> needs(use, own, primary));
  }

  private static boolean needs(Use use, Set<String> index, Set<String> primary) {
    Set<String> fixed = new HashSet<>();
    Set<String> ranged = new HashSet<>();
    use.block()
        .conditions()
        .flatMap(condition -> condition.conjuncts().stream())
        .forEach(condition -> sort(condition, use, fixed, ranged));
    if (!fixed.containsAll(index)) {
      return false;
    }
    boolean extremes =
        use.block().aggregated()
            && use.block().groupBy().isEmpty()
            && use.block().selected().stream().anyMatch(column -> isOf(column, use, primary));
    return ranged.stream().anyMatch(primary::contains)
        || leads(use.block().orderBy(), use, fixed, primary)
        || leads(use.block().groupBy(), use, fixed, primary)
        || extremes;
  }

  private static void sort(Condition condition, Use use, Set<String> fixed, Set<String> ranged) {
    if (condition instanceof Predicate predicate
        && predicate.side().indexable()
        && predicate.side().column().block() == use.block().number()
        && predicate.side().column().source() == use.source()) {
      String column = folded(predicate.side().column().column());
      Comparison.Access access = predicate.comparison().access();
      if (access == Comparison.Access.POINT) {
        fixed.add(column);
      } else if (access == Comparison.Access.RANGE) {
        ranged.add(column);
      }
    } else if (condition instanceof Predicate predicate
        && predicate.comparison() == Comparison.EQUAL) {
      predicate.operand().columns().stream()
          .filter(column -> column.block() == use.block().number())
          .filter(column -> column.source() == use.source())
          .forEach(column -> fixed.add(folded(column.column())));
    }
  }

  /** Whether the first key that is not fixed is a column of the primary key. */
  private static boolean leads(
      List<SortKey> keys, Use use, Set<String> fixed, Set<String> primary) {
    return keys.stream()
        .filter(
            key ->
                key.column().stream().noneMatch(column -> fixed.contains(folded(column.column()))))
        .findFirst()
        .flatMap(SortKey::column)
        .filter(column -> isOf(column, use, primary))
        .isPresent();
  }

  private static boolean isOf(ColumnRef column, Use use, Set<String> primary) {
    return column.block() == use.block().number()
        && column.source() == use.source()
        && primary.contains(folded(column.column()));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
