package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;

/** Says a plan in words. */
public final class PlanWords {

  private PlanWords() {}

  /** Such as {@code scan of 59,150 rows}; with several tables each by its alias. */
  public static String of(StatementPlan plan) {
    return said(plan).text();
  }

  /** The same for every language. */
  public static Saying said(StatementPlan plan) {
    return Saying.joined(
        Joint.SEMICOLON,
        plan.blocks().stream()
            .filter(block -> !block.steps().isEmpty())
            .map(block -> of(block, plan.blocks().size() > 1 || block.steps().size() > 1))
            .toList());
  }

  private static Saying of(BlockPlan block, boolean named) {
    Saying steps =
        Saying.joined(Joint.COMMA, block.steps().stream().map(step -> of(step, named)).toList());
    return switch (block.order()) {
      case NONE, BY_INDEX -> steps;
      case ENDS_EARLY -> Saying.of("plan.early", "{0}, ended early", steps);
      case SORTED -> Saying.of("plan.sort", "{0}, sort of {1}", steps, number(block.joined()));
      case COLLECTED ->
          Saying.of("plan.temporary", "{0}, temporary table of {1}", steps, number(block.joined()));
    };
  }

  private static Saying of(PlanStep step, boolean named) {
    Saying words =
        named
            ? Saying.of("plan.of", "{0}: {1}", step.source().alias(), access(step.access()))
            : access(step.access());
    if (step.buffered()) {
      return Saying.of("plan.memory", "{0}, joined in memory", words);
    }
    return step.times() > 1.5
        ? Saying.of("plan.each", "{0} for each of {1}", words, number(step.times()))
        : words;
  }

  private static Saying access(Access access) {
    Saying indexes =
        Saying.joined(
            Joint.AND,
            access.indexes().stream()
                .map(IndexFigures::definition)
                .map(index -> index.name())
                .toList());
    Saying rows = number(access.rows());
    boolean rowsElsewhere = access.indexes().stream().noneMatch(IndexFigures::clustered);
    Saying only =
        access.covering() && rowsElsewhere
            ? Saying.of("plan.alone", ", index alone")
            : Saying.nothing();
    return switch (access.kind()) {
      case ALL -> Saying.of("plan.scan", "scan of {0}", rows);
      case INDEX -> Saying.of("plan.all", "all of {0}, {1}{2}", indexes, rows, only);
      case CONST, EQ_REF -> Saying.of("plan.one", "one row by {0}{1}", indexes, only);
      case REF -> Saying.of("plan.ref", "{0} by {1}{2}", rows, indexes, only);
      case RANGE -> Saying.of("plan.range", "{0} of a range of {1}{2}", rows, indexes, only);
      case INDEX_MERGE -> Saying.of("plan.merge", "{0} of {1} together", rows, indexes);
    };
  }

  private static Saying number(double rows) {
    long count = Math.max(1, Math.round(rows));
    return Saying.of("rows", count == 1 ? "{0} row" : "{0} rows", Saying.grouped(count));
  }
}
