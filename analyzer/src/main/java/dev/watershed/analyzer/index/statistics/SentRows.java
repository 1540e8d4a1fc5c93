package dev.watershed.analyzer.index.statistics;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.StatementFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many rows the values of columns have together, where the rows that a statement sends show it:
 * {@code SELECT … FROM t WHERE a = ? AND b = ?} sends just these, and one that asks for more sends
 * no more than these. The mean of all such statements counts.
 */
final class SentRows {

  /**
   * Columns of a table.
   *
   * @param columns by {@link ColumnKey}, in alphabetical order
   * @param alone whether the statements ask for nothing else
   */
  record Key(String schema, String table, List<String> columns, boolean alone) {}

  private record Sum(double calls, double rows) {
    Sum plus(Sum other) {
      return new Sum(calls + other.calls, rows + other.rows);
    }
  }

  private SentRows() {}

  /** Rows per call; of columns that do not stand alone, the least that their values can have. */
  static Map<Key, Double> of(List<WeightedStatement> statements) {
    Comparator<Key> order =
        Comparator.comparing(Key::schema)
            .thenComparing(Key::table)
            .thenComparing(key -> String.join("\n", key.columns()))
            .thenComparing(Key::alone);
    Map<Key, Sum> sums = new TreeMap<>(order);
    statements.stream()
        .sorted(Comparator.comparingLong(WeightedStatement::digest))
        .forEach(
            statement ->
                key(statement)
                    .ifPresent(
                        key ->
                            sums.merge(
                                key,
                                new Sum(
                                    statement.calls(),
                                    statement.calls() * statement.rowsSentPerCall().getAsDouble()),
                                Sum::plus)));
    Map<Key, Double> means = new TreeMap<>(order);
    sums.forEach((key, sum) -> means.put(key, sum.rows / sum.calls));
    return means;
  }

  private static Optional<Key> key(WeightedStatement statement) {
    StatementFacts facts = statement.facts();
    boolean plain =
        facts.kind() == StatementKind.SELECT
            && facts.blocks().size() == 1
            && facts.issues().isEmpty()
            && statement.rowsSentPerCall().isPresent();
    if (!plain || !sendsAll(facts.blocks().get(0))) {
      return Optional.empty();
    }
    QueryBlock block = facts.blocks().get(0);
    List<Condition> conditions = block.where().conjuncts();
    List<String> columns =
        conditions.stream().flatMap(condition -> value(condition).stream()).sorted().toList();
    RowSource.Table table = (RowSource.Table) block.sources().get(0);
    Optional<String> schema = table.table().schema().or(statement::schema);
    boolean distinct = columns.stream().distinct().count() == columns.size();
    return schema.isPresent() && distinct && !columns.isEmpty()
        ? Optional.of(
            new Key(
                schema.get(), table.table().table(), columns, columns.size() == conditions.size()))
        : Optional.empty();
  }

  private static boolean sendsAll(QueryBlock block) {
    return block.sources().size() == 1
        && block.sources().get(0) instanceof RowSource.Table
        && block.groupBy().isEmpty()
        && !block.distinct()
        && !block.aggregated()
        && block.limit().isEmpty()
        && block.having().conjuncts().isEmpty();
  }

  /** The column that a condition compares with one value. */
  private static Optional<String> value(Condition condition) {
    return condition instanceof Condition.Predicate predicate
            && predicate.comparison() == Comparison.EQUAL
            && predicate.operand() instanceof Operand.Constant
            && predicate.side().indexable()
        ? Optional.of(ColumnKey.ofColumn(predicate.side().column().column()))
        : Optional.empty();
  }
}
