package dev.watershed.collector.dump;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CheckConstraint;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.Partitioning.Partition;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.RoutineDefinition.Parameter;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** A catalog as lines that a server's {@code information_schema} can say, too. */
final class CatalogLines {

  private final TreeSet<String> lines = new TreeSet<>();
  private final String schema;

  private CatalogLines(String schema) {
    this.schema = schema;
  }

  static List<String> of(Catalog catalog) {
    TreeSet<String> all = new TreeSet<>();
    for (SchemaDefinition schema : catalog.schemas()) {
      CatalogLines lines = new CatalogLines(schema.name());
      lines.add("schema", schema.charset(), schema.collation());
      schema.tables().forEach(lines::table);
      schema.views().forEach(lines::view);
      schema.triggers().forEach(lines::trigger);
      schema.routines().forEach(lines::routine);
      schema.events().forEach(lines::event);
      all.addAll(lines.lines);
    }
    return List.copyOf(all);
  }

  private void table(TableDefinition table) {
    if (table.tableKind() == TableKind.SEQUENCE) {
      add("sequence", table.name());
      return;
    }
    add(
        "table",
        table.name(),
        table.engine(),
        table.collation(),
        table.rowFormat(),
        flag("commented", table.commented()),
        flag("partitioned", table.partitioning().isPresent()));
    for (int position = 1; position <= table.columns().size(); position++) {
      column(table.name(), position, table.columns().get(position - 1));
    }
    table.indexes().forEach(index -> index(table.name(), index));
    table.foreignKeys().forEach(key -> foreignKey(table.name(), key));
    for (CheckConstraint check : table.checks()) {
      add("check", table.name(), check.name(), flag("enforced", check.enforced()));
    }
    table
        .partitioning()
        .ifPresent(
            how -> {
              for (Partition partition : how.partitions()) {
                add(
                    "partition",
                    table.name(),
                    partition.name(),
                    how.method(),
                    how.subpartitioning().map(sub -> sub.method()));
              }
            });
  }

  private void column(String table, int position, ColumnDefinition column) {
    add(
        "column",
        table,
        position,
        column.name(),
        column.type(),
        flag("nullable", column.nullable()),
        column.charset(),
        column.collation(),
        flag("default", column.defaultValue().isPresent()),
        flag("on update", column.updatedToNow()),
        flag("auto_increment", column.autoIncrement()),
        column.generated().map(value -> value.stored() ? "stored" : "virtual"),
        flag("invisible", !column.visible()),
        flag("commented", column.commented()));
  }

  private void index(String table, IndexDefinition index) {
    for (int place = 1; place <= index.parts().size(); place++) {
      IndexPart part = index.parts().get(place - 1);
      boolean ordered = index.kind() == IndexKind.BTREE || index.kind() == IndexKind.SPATIAL;
      add(
          "index",
          table,
          index.name(),
          index.kind().key(),
          flag("unique", index.unique()),
          flag("visible", index.visible()),
          flag("commented", index.commented()),
          place,
          part.column().orElse("(expression)"),
          part.prefixLength().isPresent() ? part.prefixLength().getAsInt() : "",
          ordered ? part.descending() ? "D" : "A" : "");
    }
  }

  private void foreignKey(String table, ForeignKey key) {
    for (int place = 1; place <= key.columns().size(); place++) {
      add(
          "foreign key",
          table,
          key.name(),
          place,
          key.columns().get(place - 1),
          key.referencedSchema().orElse(schema),
          key.referencedTable(),
          key.referencedColumns().get(place - 1),
          key.onUpdate().key().toUpperCase(Locale.ROOT),
          key.onDelete().key().toUpperCase(Locale.ROOT));
    }
  }

  private void view(ViewDefinition view) {
    add("view", view.name(), view.security().key().toUpperCase(Locale.ROOT));
    for (int position = 1; position <= view.columns().size(); position++) {
      add("view column", view.name(), position, view.columns().get(position - 1));
    }
  }

  private void trigger(TriggerDefinition trigger) {
    add(
        "trigger",
        trigger.name(),
        trigger.table(),
        trigger.before() ? "BEFORE" : "AFTER",
        trigger.event(),
        trigger.order());
  }

  private void routine(RoutineDefinition routine) {
    add(
        "routine",
        routine.kind(),
        routine.name(),
        flag("deterministic", routine.deterministic()),
        routine.dataAccess(),
        routine.security().key().toUpperCase(Locale.ROOT),
        routine.returns());
    for (int place = 1; place <= routine.parameters().size(); place++) {
      Parameter parameter = routine.parameters().get(place - 1);
      add(
          "parameter",
          routine.name(),
          place,
          parameter.direction(),
          parameter.name(),
          parameter.type());
    }
  }

  private void event(EventDefinition event) {
    add("event", event.name(), flag("enabled", event.enabled()));
  }

  static String flag(String name, boolean value) {
    return value ? name : "";
  }

  private void add(String kind, Object... values) {
    StringBuilder line = new StringBuilder(kind).append(" | ").append(schema);
    for (Object value : values) {
      line.append(" | ");
      line.append(
          value instanceof Optional<?> maybe ? maybe.map(Object::toString).orElse("") : value);
    }
    lines.add(line.toString());
  }
}
