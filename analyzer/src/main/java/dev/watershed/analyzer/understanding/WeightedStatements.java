package dev.watershed.analyzer.understanding;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.ranking.Schemas;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The statements of a workload with their figures, each once per default schema, whoever sent them.
 * Those that were lumped together beyond the bound on texts are left out: they have no text.
 */
public final class WeightedStatements {

  private static final double MICROS_PER_SECOND = 1e6;

  private WeightedStatements() {}

  private record Key(int text, int schema) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = Integer.compare(text, other.text);
      return order != 0 ? order : Integer.compare(schema, other.schema);
    }
  }

  private static final class Sums {
    private long calls;
    private long timeMicros;
    private long rowsExamined;
    private long rowsSent;
    private long rowsAffected;
  }

  /**
   * Reads them, on all processors. Not every source counts the rows that are written: none of all
   * calls is unknown.
   *
   * @param rowsCounted whether the source counts rows, as a proxy does not
   * @return ordered by time, the longest first
   */
  public static List<WeightedStatement> of(
      Workload workload, StatementReader reader, boolean rowsCounted) {
    Schemas schemas = new Schemas(workload.schemas());
    return sums(workload).entrySet().parallelStream()
        .map(entry -> statement(workload, schemas, reader, rowsCounted, entry))
        .sorted(
            Comparator.comparingDouble(WeightedStatement::seconds)
                .reversed()
                .thenComparing(WeightedStatement::digest, Long::compareUnsigned)
                .thenComparing(statement -> statement.schema().orElse("")))
        .toList();
  }

  private static Map<Key, Sums> sums(Workload workload) {
    StatementTable statements = workload.statements();
    Map<Key, Sums> sums = new TreeMap<>();
    for (int row = 0; row < statements.size(); row++) {
      StatementText text = workload.texts().get(statements.textIndex(row));
      long calls = statements.value(row, Measure.CALLS);
      if (text.lumped() || calls <= 0) {
        continue;
      }
      Key key = new Key(statements.textIndex(row), statements.schemaIndex(row));
      Sums sum = sums.computeIfAbsent(key, unused -> new Sums());
      sum.calls += calls;
      sum.timeMicros += statements.value(row, Measure.TIME_MICROS);
      sum.rowsExamined += statements.value(row, Measure.ROWS_EXAMINED);
      sum.rowsSent += statements.value(row, Measure.ROWS_SENT);
      sum.rowsAffected += statements.value(row, Measure.ROWS_AFFECTED);
    }
    return sums;
  }

  private static WeightedStatement statement(
      Workload workload,
      Schemas schemas,
      StatementReader reader,
      boolean rowsCounted,
      Map.Entry<Key, Sums> entry) {
    StatementText text = workload.texts().get(entry.getKey().text());
    int schema = entry.getKey().schema();
    Optional<String> name =
        schemas.known(schema) ? Optional.of(schemas.name(schema)) : Optional.empty();
    Sums sum = entry.getValue();
    return new WeightedStatement(
        text.digest(),
        name,
        reader.read(new AskedStatement(text.digest(), text.fingerprint(), text.truncated(), name)),
        sum.calls,
        sum.timeMicros / MICROS_PER_SECOND,
        perCall(rowsCounted, sum.rowsExamined, sum.calls),
        perCall(rowsCounted, sum.rowsSent, sum.calls),
        perCall(sum.rowsAffected > 0, sum.rowsAffected, sum.calls));
  }

  private static OptionalDouble perCall(boolean counted, long sum, long calls) {
    return counted ? OptionalDouble.of((double) sum / calls) : OptionalDouble.empty();
  }
}
