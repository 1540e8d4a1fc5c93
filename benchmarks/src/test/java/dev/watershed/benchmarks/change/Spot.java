package dev.watershed.benchmarks.change;

import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that a change may be made of.
 *
 * @param rows about how many it has
 * @param owner the service that declares to own it
 * @param used whether anything was sent that names it
 * @param untouched whether no program, view, trigger, routine or key knows it
 */
record Spot(
    String schema,
    TableDefinition table,
    long rows,
    String owner,
    boolean used,
    boolean untouched) {

  String name() {
    return schema + "." + table.name();
  }

  /** Columns that no index, key or generated value has, and that are no key. */
  Stream<ColumnDefinition> loose() {
    return table.columns().stream()
        .filter(column -> !column.name().equals("id"))
        .filter(column -> table.checks().isEmpty() && column.generated().isEmpty())
        .filter(column -> indexes(column.name()).isEmpty());
  }

  /** Columns of numbers and times and short texts that begin no index. */
  Stream<ColumnDefinition> indexable() {
    return table.columns().stream()
        .filter(column -> type(column, "int", "datetime", "varchar(16)", "varchar(20)"))
        .filter(
            column ->
                table.indexes().stream()
                    .noneMatch(index -> index.parts().get(0).subject().equals(column.name())));
  }

  /** Secondary indexes that no foreign key needs. */
  Stream<IndexDefinition> free() {
    return table.indexes().stream()
        .filter(index -> !index.primary() && !index.unique())
        .filter(
            index ->
                table.foreignKeys().stream()
                    .noneMatch(key -> key.columns().contains(index.parts().get(0).subject())));
  }

  private List<IndexDefinition> indexes(String column) {
    return table.indexes().stream()
        .filter(
            index ->
                index.parts().stream().anyMatch(part -> part.subject().equals(column))
                    || index.parts().stream().anyMatch(part -> part.expression().isPresent()))
        .toList();
  }

  /** Whether the type of a column begins so. */
  static boolean type(ColumnDefinition column, String... begins) {
    String type = column.type().toLowerCase(Locale.ROOT);
    return Stream.of(begins).anyMatch(begin -> type.startsWith(begin));
  }

  /** The type of a column with its NULL, as it is today. */
  static String asItIs(ColumnDefinition column, String type) {
    Optional<String> value = column.defaultValue();
    return type
        + (column.nullable() ? " NULL" : " NOT NULL")
        + value.map(each -> " DEFAULT " + each).orElse("");
  }
}
