package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Drops that are advised together with new indexes.
 *
 * @param advice of one server, drops only
 */
public record PlannedDrops(List<IndexAdvice> advice) {

  /** Nothing is dropped. */
  public static final PlannedDrops NONE = new PlannedDrops(List.of());

  public PlannedDrops {
    advice = List.copyOf(advice);
    for (IndexAdvice each : advice) {
      if (!each.kind().isDrop()) {
        throw new IllegalArgumentException(each.kind().key() + " is no drop");
      }
    }
  }

  /** The indexes of a table that go. */
  Set<IndexFigures> of(TableFigures table) {
    return table.indexes().stream().filter(index -> goes(table, index)).collect(Collectors.toSet());
  }

  /** Whether an index goes, or takes over for one that goes. */
  boolean concern(TableFigures table, IndexFigures index) {
    String name = index.definition().name();
    return goes(table, index)
        || advice.stream().anyMatch(each -> isOn(each, table) && each.others().contains(name));
  }

  private boolean goes(TableFigures table, IndexFigures index) {
    String name = index.definition().name();
    return advice.stream().anyMatch(each -> isOn(each, table) && each.index().name().equals(name));
  }

  private static boolean isOn(IndexAdvice drop, TableFigures table) {
    return drop.qualifiedName().equals(table.name());
  }
}
