package dev.watershed.collector.dump;

import dev.watershed.collector.dump.AlteredColumns.Altered;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.Optional;

/** A column that others are computed from stays as it is called. */
final class GeneratedColumns {

  private GeneratedColumns() {}

  static void check(TableDefinition before, AlteredColumns columns, ServerVersion server) {
    for (ColumnDefinition column : before.columns()) {
      Optional<Altered> after = columns.ofBefore(column.name());
      boolean renamed = after.isPresent() && !after.get().isCalled(column.name());
      if (after.isEmpty() || (renamed && !server.mariaDb())) {
        check(before, column.name(), columns);
      }
    }
  }

  private static void check(TableDefinition before, String column, AlteredColumns columns) {
    for (Altered other : columns.columns()) {
      boolean uses =
          other.column().generated().filter(text -> Mentions.of(text, column)).isPresent();
      if (uses && other.before().isPresent()) {
        throw refused(before, column, "generated column '" + other.column().name() + "'");
      }
    }
    boolean partitioned =
        columns.ofBefore(column).isEmpty()
            && before
                .partitioning()
                .filter(how -> Mentions.of(how.expression(), column))
                .isPresent();
    if (partitioned) {
      throw refused(before, column, "partitioning");
    }
    before.indexes().stream()
        .filter(
            index ->
                index.parts().stream()
                    .flatMap(part -> part.expression().stream())
                    .anyMatch(expression -> Mentions.of(expression, column)))
        .findFirst()
        .ifPresent(
            index -> {
              throw refused(before, column, "functional index '" + index.name() + "'");
            });
  }

  private static IllegalArgumentException refused(
      TableDefinition table, String column, String user) {
    return new IllegalArgumentException(
        "column '" + column + "' of table '" + table.name() + "' is used by the " + user);
  }
}
