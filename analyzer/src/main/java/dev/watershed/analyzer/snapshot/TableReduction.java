package dev.watershed.analyzer.snapshot;

import dev.watershed.workload.catalog.CheckConstraint;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.Partitioning.Partition;
import dev.watershed.workload.catalog.Partitioning.Subpartitioning;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table without any value. */
final class TableReduction {

  private static final Pattern MEMBER = Pattern.compile("'(?:[^']|'')*'");

  private TableReduction() {}

  static TableDefinition of(TableDefinition table) {
    return new TableDefinition(
        table.name(),
        table.tableKind(),
        table.engine(),
        table.rowFormat(),
        table.collation(),
        table.commented(),
        table.partitioning().map(TableReduction::partitioning),
        table.columns().stream().map(TableReduction::column).toList(),
        table.indexes().stream().map(TableReduction::index).toList(),
        table.foreignKeys(),
        table.checks().stream()
            .map(
                check ->
                    new CheckConstraint(
                        check.name(), expression(check.expression()), check.enforced()))
            .toList());
  }

  private static ColumnDefinition column(ColumnDefinition column) {
    return new ColumnDefinition(
        column.name(),
        type(column.type()),
        column.nullable(),
        column.charset(),
        column.collation(),
        column.defaultValue().map(TableReduction::defaultValue),
        column.updatedToNow(),
        column.autoIncrement(),
        column
            .generated()
            .map(value -> new GeneratedValue(expression(value.expression()), value.stored())),
        column.visible(),
        column.commented());
  }

  private static String defaultValue(String value) {
    String expression = expression(value);
    return expression.equals("-?") ? "?" : expression;
  }

  /**
   * A type; of ENUM and SET only how many members there are, which says how wide a value is and how
   * many there can be.
   */
  static String type(String type) {
    String start = type.toLowerCase(Locale.ROOT);
    if (!start.startsWith("enum") && !start.startsWith("set")) {
      return type;
    }
    Matcher members = MEMBER.matcher(type);
    return members.replaceAll("'?'");
  }

  private static IndexDefinition index(IndexDefinition index) {
    return new IndexDefinition(
        index.name(),
        index.unique(),
        index.kind(),
        index.visible(),
        index.commented(),
        index.parts().stream().map(TableReduction::part).toList());
  }

  private static IndexPart part(IndexPart part) {
    return part.expression().isEmpty()
        ? part
        : new IndexPart(
            Optional.empty(),
            part.expression().map(TableReduction::expression),
            part.prefixLength(),
            part.descending());
  }

  private static Partitioning partitioning(Partitioning partitioning) {
    return new Partitioning(
        partitioning.method(),
        expression(partitioning.expression()),
        partitioning
            .subpartitioning()
            .map(
                sub ->
                    new Subpartitioning(sub.method(), expression(sub.expression()), sub.count())),
        partitioning.partitions().stream()
            .map(partition -> new Partition(partition.name(), Optional.empty()))
            .toList());
  }

  private static String expression(String text) {
    return CatalogReduction.withoutLiterals(text);
  }
}
