package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.ranking.Schemas;
import dev.watershed.analyzer.understanding.AskedStatement;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/** All statements of all sets of data with their tables, by index. */
final class StatementIndex {

  private static final int ABSENT = -1;

  private final List<ResolvedStatement> statements;
  private final Map<StatementKey, Integer> indexes = new HashMap<>();

  private StatementIndex(List<ResolvedStatement> statements) {
    this.statements = statements;
    for (int statement = 0; statement < statements.size(); statement++) {
      indexes.put(StatementKey.of(statements.get(statement).statement()), statement);
    }
  }

  /** Reads them. */
  static StatementIndex of(List<CoupledData> data) {
    List<ResolvedStatement> all = new ArrayList<>();
    for (CoupledData each : data) {
      Map<StatementKey, AskedStatement> asked = new LinkedHashMap<>();
      each.servers().forEach(server -> ask(each.name(), server.workload(), asked));
      all.addAll(StatementResolution.of(each, StatementResolution.tables(each), asked.values()));
    }
    all.sort((a, b) -> a.statement().compareTo(b.statement()));
    return new StatementIndex(all);
  }

  private static void ask(
      String dataSet, Workload workload, Map<StatementKey, AskedStatement> asked) {
    Schemas schemas = new Schemas(workload.schemas());
    StatementTable rows = workload.statements();
    LongHashSet known = new LongHashSet();
    for (int row = 0; row < rows.size(); row++) {
      StatementText text = workload.texts().get(rows.textIndex(row));
      if (text.lumped()
          || rows.value(row, Measure.CALLS) <= 0
          || !known.add((long) rows.textIndex(row) << Integer.SIZE | rows.schemaIndex(row))) {
        continue;
      }
      Optional<String> schema = schema(schemas, rows.schemaIndex(row));
      asked.putIfAbsent(
          new StatementKey(dataSet, text.digest(), schema),
          new AskedStatement(text.digest(), text.fingerprint(), text.truncated(), schema));
    }
  }

  private static Optional<String> schema(Schemas schemas, int index) {
    return schemas.known(index) ? Optional.of(schemas.name(index)) : Optional.empty();
  }

  List<ResolvedStatement> all() {
    return statements;
  }

  ResolvedStatement get(int statement) {
    return statements.get(statement);
  }

  /** The statement of each row of a workload; negative where its text is not kept. */
  int[] ofRows(String dataSet, Workload workload) {
    Schemas schemas = new Schemas(workload.schemas());
    StatementTable rows = workload.statements();
    LongIntHashMap known = new LongIntHashMap();
    int[] found = new int[rows.size()];
    for (int row = 0; row < found.length; row++) {
      int text = rows.textIndex(row);
      int schema = rows.schemaIndex(row);
      long key = (long) text << Integer.SIZE | schema;
      if (!known.containsKey(key)) {
        known.put(
            key,
            indexes.getOrDefault(
                new StatementKey(
                    dataSet, workload.texts().get(text).digest(), schema(schemas, schema)),
                ABSENT));
      }
      found[row] = known.get(key);
    }
    return found;
  }
}
