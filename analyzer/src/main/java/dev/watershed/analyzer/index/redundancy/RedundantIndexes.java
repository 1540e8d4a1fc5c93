package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Indexes with which another one begins, or which hold less of the same columns. The shorter one
 * also keeps the rows in the order of the primary key for each of its values, which the longer one
 * does not: it stays where a statement asks for that order, for a range of the primary key, or for
 * its extremes.
 */
final class RedundantIndexes {

  private RedundantIndexes() {}

  /**
   * Finds them.
   *
   * @param hinted indexes that have to stay
   * @param except names of indexes that go anyway
   */
  static List<IndexAdvice> of(
      StatisticTable table,
      IndexUsage usage,
      SuffixNeeds needs,
      HintedIndexes hinted,
      Set<String> except) {
    DropAdvice drop = new DropAdvice(table, usage);
    List<IndexAdvice> advice = new ArrayList<>();
    List<IndexDefinition> indexes =
        table.definition().indexes().stream()
            .filter(index -> !except.contains(index.name()))
            .filter(index -> index.kind() == IndexKind.BTREE && index.visible())
            .sorted(
                Comparator.comparing(IndexKey::of, Comparator.comparingInt(IndexKey::partCount))
                    .thenComparing(IndexKey::of, Comparator.comparingLong(IndexKey::characters))
                    .reversed())
            .toList();
    Set<String> dropped = new HashSet<>();
    for (IndexDefinition index : indexes) {
      if (index.unique() || hinted.mayName(index)) {
        continue;
      }
      boolean suffix = needs.suffixOf(table, index);
      List<String> longer =
          indexes.stream()
              .filter(other -> !dropped.contains(other.name()) && isBegunBy(index, other))
              .filter(other -> !suffix || other.parts().size() == index.parts().size())
              .map(IndexDefinition::name)
              .toList();
      if (!longer.isEmpty()) {
        dropped.add(index.name());
        advice.add(
            drop.of(
                Kind.DROP_REDUNDANT,
                index,
                longer,
                needs.complete(table) ? Confidence.HIGH : Confidence.MEDIUM,
                caveats(needs.complete(table))));
      }
    }
    return advice;
  }

  private static boolean isBegunBy(IndexDefinition index, IndexDefinition other) {
    IndexKey own = IndexKey.of(index);
    IndexKey longer = IndexKey.of(other);
    return !own.literalsUnknown() && own.begins(longer) && !longer.begins(own);
  }

  private static List<Saying> caveats(boolean complete) {
    Saying seen =
        Saying.of(
            "caveat.order",
            "A statement that was not seen and sorts by the primary key behind these columns would"
                + " lose its order.");
    return complete
        ? List.of(seen)
        : List.of(
            seen,
            Saying.of(
                "caveat.unread", "Some statements on this table could not be read as a whole."));
  }
}
