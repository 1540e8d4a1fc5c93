package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.statistics.IndexFigures;
import java.util.stream.Collectors;

/** Says a plan in words. */
public final class PlanWords {

  private PlanWords() {}

  /** Such as {@code scan of 59,150 rows}; with several tables each by its alias. */
  public static String of(StatementPlan plan) {
    return plan.blocks().stream()
        .filter(block -> !block.steps().isEmpty())
        .map(block -> of(block, plan.blocks().size() > 1 || block.steps().size() > 1))
        .collect(Collectors.joining("; "));
  }

  private static String of(BlockPlan block, boolean named) {
    String steps =
        block.steps().stream().map(step -> of(step, named)).collect(Collectors.joining(", "));
    return switch (block.order()) {
      case NONE, BY_INDEX -> steps;
      case ENDS_EARLY -> steps + ", ended early";
      case SORTED -> steps + ", sort of " + number(block.joined());
      case COLLECTED -> steps + ", temporary table of " + number(block.joined());
    };
  }

  private static String of(PlanStep step, boolean named) {
    String who = named ? step.source().alias() + ": " : "";
    String words = who + access(step.access());
    if (step.buffered()) {
      return words + ", joined in memory";
    }
    return step.times() > 1.5 ? words + " for each of " + number(step.times()) : words;
  }

  private static String access(Access access) {
    String indexes =
        access.indexes().stream()
            .map(IndexFigures::definition)
            .map(index -> index.name())
            .collect(Collectors.joining(" and "));
    String rows = number(access.rows());
    boolean rowsElsewhere = access.indexes().stream().noneMatch(IndexFigures::clustered);
    String only = access.covering() && rowsElsewhere ? ", index alone" : "";
    return switch (access.kind()) {
      case ALL -> "scan of " + rows;
      case INDEX -> "all of " + indexes + ", " + rows + only;
      case CONST, EQ_REF -> "one row by " + indexes + only;
      case REF -> rows + " by " + indexes + only;
      case RANGE -> rows + " of a range of " + indexes + only;
      case INDEX_MERGE -> rows + " of " + indexes + " together";
    };
  }

  private static String number(double rows) {
    long count = Math.max(1, Math.round(rows));
    StringBuilder digits = new StringBuilder().append(count);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.append(count == 1 ? " row" : " rows").toString();
  }
}
