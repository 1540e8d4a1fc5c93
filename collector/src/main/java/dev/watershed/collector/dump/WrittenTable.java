package dev.watershed.collector.dump;

import dev.watershed.sql.definition.DataType;
import dev.watershed.sql.definition.QualifiedName;
import dev.watershed.sql.definition.TableElement;
import dev.watershed.sql.definition.TableElement.Check;
import dev.watershed.sql.definition.TableElement.Column;
import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.IndexType;
import dev.watershed.sql.definition.TableElement.Part;
import dev.watershed.sql.definition.TableElement.Reference;
import dev.watershed.sql.definition.TableOptions;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table as its definition would be written, with everything that a server fills in. */
final class WrittenTable {

  private WrittenTable() {}

  static TableDraft of(TableDefinition table) {
    List<TableElement> elements = new ArrayList<>();
    table.columns().forEach(column -> elements.add(column(column)));
    table.indexes().forEach(index -> elements.add(index(index)));
    table.foreignKeys().forEach(key -> elements.add(reference(key)));
    table
        .checks()
        .forEach(
            check ->
                elements.add(
                    new Check(
                        Optional.of(check.name()),
                        check.expression(),
                        check.enforced(),
                        check.name().isEmpty())));
    return new TableDraft(
        table.name(), table.tableKind() == TableKind.SEQUENCE, elements, options(table));
  }

  static TableOptions options(TableDefinition table) {
    return new TableOptions(
        table.engine(),
        table.rowFormat(),
        Optional.empty(),
        table.collation(),
        Optional.empty(),
        table.commented(),
        table.tableKind() == TableKind.SYSTEM_VERSIONED,
        table.partitioning().map(WrittenTable::partitions));
  }

  static Column column(ColumnDefinition column) {
    DataType type =
        new DataType(
            column.type(), TextType.isTextual(column.type()), column.charset(), false, false);
    return new Column(
        column.name(),
        type,
        Optional.of(column.nullable()),
        column.collation(),
        column.defaultValue(),
        column.updatedToNow(),
        column.autoIncrement(),
        column.generated().map(GeneratedValue::expression),
        column.generated().map(GeneratedValue::stored).orElse(false),
        column.visible(),
        column.commented());
  }

  static Index index(IndexDefinition index) {
    return new Index(
        index.primary() ? Optional.empty() : Optional.of(index.name()),
        Optional.empty(),
        index.primary(),
        index.unique(),
        type(index.kind()),
        index.visible(),
        index.commented(),
        index.parts().stream()
            .map(
                part ->
                    new Part(
                        part.column(), part.expression(), part.prefixLength(), part.descending()))
            .toList());
  }

  private static IndexType type(IndexKind kind) {
    return switch (kind) {
      case BTREE -> IndexType.BTREE;
      case HASH -> IndexType.HASH;
      case FULLTEXT -> IndexType.FULLTEXT;
      case SPATIAL -> IndexType.SPATIAL;
      case VECTOR -> IndexType.VECTOR;
    };
  }

  private static Reference reference(ForeignKey key) {
    return new Reference(
        Optional.of(key.name()),
        Optional.empty(),
        key.columns(),
        new QualifiedName(key.referencedSchema(), key.referencedTable()),
        key.referencedColumns(),
        Optional.of(written(key.onUpdate())),
        Optional.of(written(key.onDelete())),
        false);
  }

  private static String written(ReferentialAction action) {
    return action.name().replace('_', ' ');
  }

  private static TableOptions.Partitions partitions(Partitioning how) {
    return new TableOptions.Partitions(
        how.method(),
        how.expression(),
        how.subpartitioning().map(sub -> sub.method()),
        how.subpartitioning().map(sub -> sub.expression()).orElse(""),
        how.subpartitioning().map(sub -> sub.count()).orElse(0),
        how.partitions().stream()
            .map(part -> new TableOptions.Part(part.name(), part.bound()))
            .toList());
  }
}
