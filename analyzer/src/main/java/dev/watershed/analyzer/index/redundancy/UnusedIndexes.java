package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Indexes that no server of the data used while it was watched. An index without use can still be a
 * constraint or hold up a foreign key; those are never named. Nor is one named where a server of
 * the data was not watched, or where the table was not used at all: then nothing was learned. It is
 * watched from the first catalog on that shows it as it is; one that came while the server was
 * watched gets a week, for whoever made it may need it yet.
 */
final class UnusedIndexes {

  private static final double DAY = 86_400;

  /** A month's end and what runs then. */
  private static final double LONG = 35 * DAY;

  private static final double WEEK = 7 * DAY;

  private UnusedIndexes() {}

  static List<IndexAdvice> of(
      StatisticTable table, IndexUsage usage, ForeignKeyNeeds keys, Set<String> except) {
    List<IndexAdvice> advice = new ArrayList<>();
    if (!usage.known() || !usage.tableUsed(table.schema(), table.definition().name())) {
      return advice;
    }
    DropAdvice drop = new DropAdvice(table, usage);
    for (IndexDefinition index : table.definition().indexes()) {
      boolean judged =
          !index.unique()
              && index.kind() == IndexKind.BTREE
              && index.visible()
              && !except.contains(index.name());
      double seconds =
          usage.watchedSeconds(table.schema(), table.definition().name(), index.name());
      if (judged
          && longEnough(table, index, usage, seconds)
          && unused(table, index, usage)
          && !keys.needs(table, index, except)) {
        advice.add(
            drop.of(
                Kind.DROP_UNUSED,
                index,
                List.of(),
                confidence(seconds),
                List.of(WatchedFor.caveat(usage, seconds))));
      }
    }
    return advice;
  }

  private static boolean longEnough(
      StatisticTable table, IndexDefinition index, IndexUsage usage, double seconds) {
    return usage.cameLater(table.schema(), table.definition().name(), index.name())
        ? seconds >= WEEK
        : seconds > 0;
  }

  private static boolean unused(StatisticTable table, IndexDefinition index, IndexUsage usage) {
    return usage
            .reached(table.schema(), table.definition().name(), index.name())
            .orElse(Long.MAX_VALUE)
        == 0;
  }

  private static Confidence confidence(double seconds) {
    if (seconds >= LONG) {
      return Confidence.HIGH;
    }
    return seconds >= WEEK ? Confidence.MEDIUM : Confidence.LOW;
  }
}
