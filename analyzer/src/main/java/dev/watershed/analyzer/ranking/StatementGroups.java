package dev.watershed.analyzer.ranking;

import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.util.List;

/** The rows of the statement table under a grouping. */
final class StatementGroups implements GroupedRows {

  private final StatementTable statements;
  private final Schemas schemas;
  private final OriginGrouping services;
  private final Grouping grouping;
  private final FigureTable figures = new FigureTable();

  StatementGroups(Workload workload, OriginGrouping services, Grouping grouping) {
    this.statements = workload.statements();
    this.schemas = new Schemas(workload.schemas());
    this.services = services;
    this.grouping = grouping;
    for (int row = 0; row < statements.size(); row++) {
      int current = row;
      grouping.forEachGroup(row, group -> figures.add(group, statements, current));
    }
  }

  @Override
  public FigureTable figures() {
    return figures;
  }

  @Override
  public String name(int group) {
    return grouping.name(group);
  }

  @Override
  public List<Companions> companions(int[] shown) {
    CompanionTimes times = new CompanionTimes(figures.size(), shown);
    for (int row = 0; row < statements.size(); row++) {
      long micros = statements.value(row, Measure.TIME_MICROS);
      int service = services.groupOf(statements.originIndex(row));
      int schema = statements.schemaIndex(row);
      grouping.forEachGroup(
          row,
          group -> {
            times.addService(group, service, micros);
            times.addSchema(group, schema, micros);
          });
    }
    return times.companions(services::key, schemas::key);
  }

  @Override
  public GroupKey key(int group, Companions companions) {
    return grouping.key(group, companions);
  }
}
