package dev.watershed.analyzer.index.rewrite;

import dev.watershed.analyzer.index.RewriteAdvice.Reason;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.cost.Access;
import dev.watershed.analyzer.index.cost.PlanStep;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import java.util.Optional;

/**
 * A text column with an index is compared with a value, and yet far more rows are read than the
 * index has for a value. A fingerprint does not show of which type the value is: if it is a number,
 * the server converts the text of every row (MySQL 9.7 Reference Manual, "Type Conversion in
 * Expression Evaluation") and cannot use the index.
 */
final class SuspectedConversion {

  private static final double SO_MANY_TIMES = 10;

  private SuspectedConversion() {}

  static Optional<Obstacle> of(WeightedStatement statement, QueryBlock block, PlanStep step) {
    boolean alone = block.sources().size() == 1 && statement.facts().blocks().size() == 1;
    double measured = statement.rowsExaminedPerCall().orElse(0);
    boolean contradicted =
        measured >= Rewrites.LEAST_ROWS && measured >= step.examined() * SO_MANY_TIMES;
    if (!alone || !contradicted || step.access().kind() != Access.Kind.REF) {
      return Optional.empty();
    }
    TableFigures table = step.source().table().orElseThrow();
    String first = step.access().indexes().get(0).keys().get(0);
    return block
        .conditions()
        .flatMap(condition -> condition.predicates())
        .filter(predicate -> comparesText(predicate, table, first))
        .map(predicate -> table.name() + "." + predicate.side().column().column())
        .map(
            column ->
                new Obstacle(
                    Reason.IMPLICIT_CONVERSION,
                    column,
                    Saying.of(
                        "rewrite.value",
                        "Look at the value's type, which a fingerprint does not show: the index on"
                            + " the column exists and is not used, as if the text were compared"
                            + " with a number. Pass the value as a text.")))
        .findFirst();
  }

  private static boolean comparesText(Predicate predicate, TableFigures table, String first) {
    return predicate.comparison() == Comparison.EQUAL
        && predicate.side().wrapping().isEmpty()
        && ColumnKey.ofColumn(predicate.side().column().column()).equals(first)
        && predicate.operand() instanceof Operand.Constant constant
        && constant.type() == Operand.LiteralType.UNKNOWN
        && table.has(predicate.side().column().column())
        && table.mostCharacters(predicate.side().column().column()) > 0;
  }
}
