package dev.watershed.analyzer.ranking;

import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.util.function.IntConsumer;

/** Rows by the schema in force: the group is the position of its name. */
final class SchemaGrouping implements Grouping {

  private final StatementTable statements;
  private final Schemas schemas;

  SchemaGrouping(Workload workload) {
    this.statements = workload.statements();
    this.schemas = new Schemas(workload.schemas());
  }

  @Override
  public void forEachGroup(int row, IntConsumer groups) {
    groups.accept(statements.schemaIndex(row));
  }

  @Override
  public String name(int group) {
    return schemas.key(group).name();
  }

  @Override
  public GroupKey key(int group, Companions companions) {
    return schemas.key(group);
  }
}
