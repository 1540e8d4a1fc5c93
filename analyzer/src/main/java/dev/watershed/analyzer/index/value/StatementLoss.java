package dev.watershed.analyzer.index.value;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.cost.PlanStep;
import dev.watershed.analyzer.index.cost.PlanWords;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.selection.Grounds;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.QueryBlock;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a statement loses with an index. Where the server measured more rows than the model
 * believes, costs count for as much more.
 *
 * @param with its plan as long as the index is there
 * @param without its plan once it is gone
 * @param allSeconds the time of all statements of the server
 */
record StatementLoss(
    CostedStatement statement, StatementPlan with, StatementPlan without, double allSeconds) {

  /** A fifth more rows, or a fifth more work, is felt. */
  private static final double FELT = 1.2;

  /** Plans that differ by less are the same. */
  private static final double SAME = 1.02;

  StatementLoss {
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(with, "with");
    Objects.requireNonNull(without, "without");
  }

  long digest() {
    return statement.shape().statement().digest();
  }

  private double calls() {
    return statement.shape().statement().calls();
  }

  private double underestimated() {
    double measured = statement.shape().statement().rowsExaminedPerCall().orElse(0);
    return Math.max(1, measured / Math.max(1, statement.today().rows()));
  }

  /** What all calls cost as long as the index is there. */
  double cost() {
    return calls() * underestimated() * with.cost();
  }

  /** What all calls cost more without it; never negative. */
  double loss() {
    return calls() * underestimated() * Math.max(0, without.cost() - with.cost());
  }

  /** Rows that all calls examine today, by the model or as measured, whichever is more. */
  double rowsExamined() {
    return calls() * underestimated() * Math.max(1, statement.today().rows());
  }

  /** Whether the statement matters and would be felt to be slower, or locks more rows. */
  boolean forbids() {
    boolean felt = without.rows() >= with.rows() * FELT || without.cost() >= with.cost() * FELT;
    return (felt && weighs()) || (locks() && without.rows() > with.rows() * SAME);
  }

  /** Whether it has a part of the server's time, or would have one. */
  private boolean weighs() {
    double dearer = Math.max(1, without.cost() / Math.max(1e-9, with.cost()));
    double seconds = statement.shape().statement().seconds() * dearer;
    return allSeconds <= 0 || seconds / allSeconds >= Grounds.LEAST_LOAD_SHARE;
  }

  /** InnoDB locks what it reads, not what it finds. */
  private boolean locks() {
    StatementKind kind = statement.shape().statement().facts().kind();
    return kind != StatementKind.SELECT
        || statement.shape().statement().facts().blocks().stream().anyMatch(QueryBlock::locking);
  }

  /** The indexes of a table that the statement uses once the other one is gone. */
  Stream<String> instead(TableFigures table) {
    return without.blocks().stream()
        .flatMap(block -> block.steps().stream())
        .filter(step -> step.source().table().filter(table::equals).isPresent())
        .map(PlanStep::access)
        .flatMap(access -> access.indexes().stream())
        .map(IndexFigures::definition)
        .map(index -> index.name());
  }

  /** The same in words. */
  DigestEffect told() {
    double seconds = statement.shape().statement().seconds();
    return new DigestEffect(
        digest(),
        calls(),
        allSeconds > 0 ? seconds / allSeconds : 0,
        PlanWords.said(with),
        PlanWords.said(without),
        with.rows(),
        without.rows(),
        with.cost() * underestimated(),
        without.cost() * underestimated());
  }
}
