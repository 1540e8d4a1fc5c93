package dev.watershed.collector.dump;

import dev.watershed.collector.dump.TableContext.Referring;
import dev.watershed.workload.catalog.CheckConstraint;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What names a table or its columns, when these get other names. */
final class References {

  private final CatalogEdit edit;

  References(CatalogEdit edit) {
    this.edit = edit;
  }

  /**
   * Foreign keys follow the columns that they refer to.
   *
   * @param renamed the names after, by those before in small letters
   */
  void renameColumns(String schema, String table, Map<String, String> renamed) {
    change(
        schema,
        table,
        key ->
            new ForeignKey(
                key.name(),
                key.columns(),
                key.referencedSchema(),
                key.referencedTable(),
                key.referencedColumns().stream()
                    .map(column -> renamed.getOrDefault(Columns.folded(column), column))
                    .toList(),
                key.onUpdate(),
                key.onDelete()));
  }

  /** Foreign keys follow the table that they refer to. */
  void renameTable(String schema, String table, String toSchema, String to) {
    for (Referring other : edit.referringTo(schema, table)) {
      change(
          other,
          schema,
          table,
          key -> {
            // A key of the table itself moves along with it.
            boolean self = other.schema().equals(schema) && other.table().equals(table);
            String home = self ? toSchema : other.schema();
            return new ForeignKey(
                key.name(),
                key.columns(),
                Optional.of(toSchema).filter(name -> !name.equals(home)),
                to,
                key.referencedColumns(),
                key.onUpdate(),
                key.onDelete());
          });
    }
  }

  private void change(String schema, String table, UnaryOperator<ForeignKey> change) {
    edit.referringTo(schema, table).forEach(other -> change(other, schema, table, change));
  }

  private void change(
      Referring other, String schema, String table, UnaryOperator<ForeignKey> change) {
    SchemaEdit home = edit.schema(other.schema());
    TableDefinition referring = home.table(other.table()).orElseThrow();
    home.put(
        with(
            referring,
            referring.name(),
            referring.foreignKeys().stream()
                .map(
                    key -> {
                      boolean refers =
                          key.referencedTable().equals(table)
                              && key.referencedSchema().orElse(other.schema()).equals(schema);
                      return refers ? change.apply(key) : key;
                    })
                .toList(),
            referring.checks()));
  }

  /** A table under another name; the names that the server made of the old one follow. */
  static TableDefinition renamed(TableDefinition table, String to, String schema, String toSchema) {
    List<ForeignKey> keys =
        table.foreignKeys().stream()
            .map(
                key ->
                    new ForeignKey(
                        followed(key.name(), table.name(), "_ibfk_", to),
                        key.columns(),
                        schemaOf(key, to, schema, toSchema),
                        key.referencedTable(),
                        key.referencedColumns(),
                        key.onUpdate(),
                        key.onDelete()))
            .toList();
    List<CheckConstraint> checks =
        table.checks().stream()
            .map(
                check ->
                    new CheckConstraint(
                        followed(check.name(), table.name(), "_chk_", to),
                        check.expression(),
                        check.enforced()))
            .toList();
    return with(table, to, keys, checks);
  }

  private static Optional<String> schemaOf(
      ForeignKey key, String to, String schema, String toSchema) {
    if (schema.equals(toSchema) || key.referencedTable().equals(to)) {
      return key.referencedSchema();
    }
    return Optional.of(key.referencedSchema().orElse(schema))
        .filter(name -> !name.equals(toSchema));
  }

  /** A name that the server made of a table's, when that gets another one. */
  static String followed(String name, String table, String generated, String to) {
    String prefix = table + generated;
    return name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d+")
        ? to + generated + name.substring(prefix.length())
        : name;
  }

  static ViewDefinition renamed(ViewDefinition view, String to) {
    return new ViewDefinition(to, view.columns(), view.query(), view.algorithm(), view.security());
  }

  static TriggerDefinition moved(TriggerDefinition trigger, String table) {
    return new TriggerDefinition(
        trigger.name(), table, trigger.before(), trigger.event(), trigger.order(), trigger.body());
  }

  private static TableDefinition with(
      TableDefinition table, String name, List<ForeignKey> keys, List<CheckConstraint> checks) {
    return new TableDefinition(
        name,
        table.tableKind(),
        table.engine(),
        table.rowFormat(),
        table.collation(),
        table.commented(),
        table.partitioning(),
        table.columns(),
        table.indexes(),
        keys,
        checks);
  }
}
