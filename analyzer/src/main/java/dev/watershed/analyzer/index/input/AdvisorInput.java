package dev.watershed.analyzer.index.input;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.redundancy.HintedIndexes;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.analyzer.understanding.CatalogSchemaView;
import dev.watershed.analyzer.understanding.WeightedStatements;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import dev.watershed.workload.observation.ServerFact;
import dev.watershed.workload.observation.ServerFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is read of a data set before advice is given.
 *
 * @param server its tables and statements, those of the replicas added to those of the primary
 * @param usage of its indexes
 * @param seen whether everything that uses them was seen
 * @param hinted indexes that statements or definitions name
 */
public record AdvisorInput(
    AdvisedServer server, IndexUsage usage, SeenUse seen, HintedIndexes hinted) {

  public AdvisorInput {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(seen, "seen");
    Objects.requireNonNull(hinted, "hinted");
  }

  private record Key(long digest, Optional<String> schema) {}

  private record TableName(String schema, String table) {}

  /**
   * Reads the statements of a data set.
   *
   * @param reader says what they do
   */
  public static AdvisorInput of(DataSet data, CatalogReader reader) {
    SchemaView tables =
        data.catalog().<SchemaView>map(CatalogSchemaView::new).orElse(SchemaView.NONE);
    Map<Key, WeightedStatement> statements = new HashMap<>();
    for (ServerLoad server : data.servers()) {
      WeightedStatements.of(
              server.workload(), statement -> reader.read(statement, tables), server.rowsCounted())
          .forEach(
              one ->
                  statements.merge(
                      new Key(one.digest(), one.schema()), one, WeightedStatement::and));
    }
    AdvisedServer server =
        new AdvisedServer(
            data.name(),
            data.catalog().flatMap(Catalog::serverVersion).orElse(""),
            data.observedSeconds(),
            bufferPool(data),
            data.catalog().map(AdvisorInput::tables).orElse(List.of()),
            statements.values().stream()
                .sorted(
                    Comparator.comparingDouble(WeightedStatement::seconds)
                        .reversed()
                        .thenComparing(WeightedStatement::digest, Long::compareUnsigned)
                        .thenComparing(one -> one.schema().orElse("")))
                .toList());
    IndexUsage usage = IndexUsages.of(data);
    return new AdvisorInput(
        server,
        usage,
        SeenUse.of(data, usage),
        new HintedIndexes(
            server.statements(), data.catalog().map(AdvisorInput::definitions).orElse(List.of())));
  }

  /** The tables of a catalog with their figures. */
  public static List<StatisticTable> tables(Catalog catalog) {
    Map<TableName, TableStatistics> figures = new HashMap<>();
    catalog
        .statistics()
        .forEach(table -> figures.put(new TableName(table.schema(), table.table()), table));
    List<StatisticTable> tables = new ArrayList<>();
    for (SchemaDefinition schema : catalog.schemas()) {
      for (TableDefinition table : schema.tables()) {
        tables.add(
            new StatisticTable(
                schema.name(),
                table,
                Optional.ofNullable(figures.get(new TableName(schema.name(), table.name())))));
      }
    }
    return tables;
  }

  private static List<String> definitions(Catalog catalog) {
    return catalog.schemas().stream()
        .flatMap(schema -> schema.objects().stream())
        .flatMap(object -> body(object).stream())
        .toList();
  }

  private static Optional<String> body(CatalogObject object) {
    if (object instanceof ViewDefinition view) {
      return Optional.of(view.query());
    }
    if (object instanceof RoutineDefinition routine) {
      return Optional.of(routine.body());
    }
    if (object instanceof TriggerDefinition trigger) {
      return Optional.of(trigger.body());
    }
    return object instanceof EventDefinition event ? Optional.of(event.body()) : Optional.empty();
  }

  private static OptionalLong bufferPool(DataSet data) {
    for (ServerLoad server : data.servers()) {
      Optional<String> bytes =
          ServerFacts.latest(server.observed().facts(), ServerFact.INNODB_BUFFER_POOL_SIZE);
      if (bytes.filter(text -> text.matches("\\d{1,18}")).isPresent()) {
        return OptionalLong.of(Long.parseLong(bytes.get()));
      }
    }
    return OptionalLong.empty();
  }
}
