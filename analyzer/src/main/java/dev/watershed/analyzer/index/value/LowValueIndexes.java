package dev.watershed.analyzer.index.value;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Indexes whose statements would cost hardly more without them, while their upkeep costs clearly
 * more than that. Nothing is named unless everything that uses indexes was seen.
 */
public final class LowValueIndexes {

  private LowValueIndexes() {}

  /**
   * Finds them.
   *
   * @param workbench of the same server
   * @param planned advice that is given besides: none of these rests on an index that goes, and
   *     what takes over for one that goes stays
   */
  public static List<IndexAdvice> of(
      AdvisorInput input, Workbench workbench, List<IndexAdvice> planned) {
    if (!input.seen().whole()) {
      return List.of();
    }
    OpaqueUses opaque = new OpaqueUses(input.server().statements(), workbench.statements());
    Eligibility eligibility = new Eligibility(input, workbench, opaque);
    Map<String, StatisticTable> definitions =
        input.server().tables().stream()
            .collect(Collectors.toMap(StatisticTable::qualifiedName, table -> table));
    List<TableFigures> tables =
        workbench.statements().stream()
            .flatMap(statement -> statement.shape().tables().stream())
            .distinct()
            .sorted(Comparator.comparing(TableFigures::name))
            .filter(eligibility::judges)
            .toList();
    List<IndexAdvice> found = new ArrayList<>();
    for (TableFigures table : tables) {
      StatisticTable definition = definitions.get(table.name());
      found.addAll(
          new TableJudge(input, workbench, eligibility, table, definition, planned).judge());
    }
    return found;
  }
}
