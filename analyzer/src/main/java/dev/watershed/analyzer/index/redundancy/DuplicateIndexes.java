package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Indexes that keep the rows in the same order as another one: the same parts, or parts that differ
 * only in columns of the primary key that the server would add by itself. What is unique stays; of
 * two alike, the one that is defined first. What a foreign key stands on stays, and so does all but
 * B-trees: of full-text indexes no catalog tells the parser.
 */
final class DuplicateIndexes {

  private DuplicateIndexes() {}

  static List<IndexAdvice> of(
      StatisticTable table, IndexUsage usage, ForeignKeyNeeds keys, HintedIndexes hinted) {
    DropAdvice drop = new DropAdvice(table, usage);
    List<IndexAdvice> advice = new ArrayList<>();
    Set<String> dropped = new HashSet<>();
    List<IndexDefinition> indexes = table.definition().indexes();
    for (IndexDefinition index : indexes) {
      indexes.stream()
          .filter(other -> !dropped.contains(other.name()) && !hinted.mayName(index))
          .filter(other -> takesOver(other, index, table.definition()))
          .filter(other -> !keys.needs(table, index, dropped))
          .findFirst()
          .ifPresent(
              other -> {
                dropped.add(index.name());
                advice.add(
                    drop.of(
                        Kind.DROP_DUPLICATE,
                        index,
                        List.of(other.name()),
                        Confidence.HIGH,
                        List.of()));
              });
    }
    return advice;
  }

  private static boolean takesOver(
      IndexDefinition other, IndexDefinition index, TableDefinition table) {
    if (other.equals(index)
        || index.primary()
        || !other.visible()
        || index.kind() != IndexKind.BTREE
        || IndexKey.of(index).literalsUnknown()
        || other.kind() != index.kind()) {
      return false;
    }
    boolean same = IndexKey.of(other).equals(IndexKey.of(index));
    if (index.unique()) {
      return same && other.unique() && precedes(other, index, table);
    }
    boolean alike = same || IndexKey.stored(other, table).equals(IndexKey.stored(index, table));
    return alike && (other.unique() || precedes(other, index, table));
  }

  /** Whether the other one is the one to keep. */
  private static boolean precedes(
      IndexDefinition other, IndexDefinition index, TableDefinition table) {
    return other.primary() || table.indexes().indexOf(other) < table.indexes().indexOf(index);
  }
}
