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
 * How many rows one value of a column has, where a statement that asks for nothing else shows it:
 * {@code SELECT … FROM t WHERE c = ?} sends just these. The mean of all such statements counts.
 */
final class SentRows {

  /** A column of a table, by its {@link ColumnKey}. */
  record Key(String schema, String table, String column) {}

  private record Sum(double calls, double rows) {
    Sum plus(Sum other) {
      return new Sum(calls + other.calls, rows + other.rows);
    }
  }

  private SentRows() {}

  /** Rows per value. */
  static Map<Key, Double> of(List<WeightedStatement> statements) {
    Comparator<Key> order =
        Comparator.comparing(Key::schema).thenComparing(Key::table).thenComparing(Key::column);
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
    if (!plain) {
      return Optional.empty();
    }
    QueryBlock block = facts.blocks().get(0);
    boolean sendsAll =
        block.sources().size() == 1
            && block.sources().get(0) instanceof RowSource.Table
            && block.groupBy().isEmpty()
            && !block.distinct()
            && !block.aggregated()
            && block.limit().isEmpty()
            && block.having().conjuncts().isEmpty();
    List<Condition> conditions = block.where().conjuncts();
    if (!sendsAll
        || conditions.size() != 1
        || !(conditions.get(0) instanceof Condition.Predicate predicate)) {
      return Optional.empty();
    }
    boolean oneValue =
        predicate.comparison() == Comparison.EQUAL
            && predicate.operand() instanceof Operand.Constant
            && predicate.side().indexable();
    RowSource.Table table = (RowSource.Table) block.sources().get(0);
    Optional<String> schema = table.table().schema().or(statement::schema);
    return oneValue && schema.isPresent()
        ? Optional.of(
            new Key(
                schema.get(),
                table.table().table(),
                ColumnKey.ofColumn(predicate.side().column().column())))
        : Optional.empty();
  }
}
