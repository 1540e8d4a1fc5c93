package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.StatisticTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every index that a server can do without: duplicates, then those with which another one begins,
 * then unused ones. All of it together can be carried out: what a later pass names does not rest on
 * an index that an earlier one drops.
 */
public final class SuperfluousIndexes {

  private SuperfluousIndexes() {}

  /**
   * Finds them, on all processors; those that take most room first within a table, tables by name.
   *
   * @param hinted indexes that have to stay
   */
  public static List<IndexAdvice> of(AdvisedServer server, IndexUsage usage, HintedIndexes hinted) {
    SuffixNeeds needs = new SuffixNeeds(server.statements());
    ForeignKeyNeeds keys = new ForeignKeyNeeds(server.tables());
    return server.tables().parallelStream()
        .sorted(Comparator.comparing(StatisticTable::qualifiedName))
        .flatMap(table -> ofTable(table, usage, needs, keys, hinted).stream())
        .toList();
  }

  private static List<IndexAdvice> ofTable(
      StatisticTable table,
      IndexUsage usage,
      SuffixNeeds needs,
      ForeignKeyNeeds keys,
      HintedIndexes hinted) {
    List<IndexAdvice> advice = new ArrayList<>(DuplicateIndexes.of(table, usage, keys, hinted));
    Set<String> gone = names(advice);
    advice.addAll(RedundantIndexes.of(table, usage, needs, hinted, gone));
    gone.addAll(names(advice));
    Set<String> takingOver = new HashSet<>();
    advice.forEach(one -> takingOver.addAll(one.others()));
    for (IndexAdvice unused : UnusedIndexes.of(table, usage, keys, gone)) {
      boolean free = !takingOver.contains(unused.index().name()) && !hinted.mayName(unused.index());
      if (free && !keys.needs(table, unused.index(), gone)) {
        gone.add(unused.index().name());
        advice.add(unused);
      }
    }
    return advice;
  }

  private static Set<String> names(List<IndexAdvice> advice) {
    Set<String> names = new HashSet<>();
    advice.forEach(one -> names.add(one.index().name()));
    return names;
  }
}
