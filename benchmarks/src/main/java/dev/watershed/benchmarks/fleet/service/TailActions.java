package dev.watershed.benchmarks.fleet.service;

import dev.watershed.benchmarks.fleet.schema.Column;
import dev.watershed.benchmarks.fleet.schema.ColumnKind;
import dev.watershed.benchmarks.fleet.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an object-relational mapper does with the many small tables: one row by its id, the children
 * of a parent, a new row, a changed row. Tables follow Zipf's law.
 */
final class TailActions {

  private static final int CHILDREN = 20;

  private TailActions() {}

  /** The actions on some tables, the most used first, which weigh so much in all. */
  static List<Action> of(List<Table> tables, double weight) {
    double sum = 0;
    for (int rank = 1; rank <= tables.size(); rank++) {
      sum += 1.0 / rank;
    }
    List<Action> actions = new ArrayList<>();
    for (int rank = 1; rank <= tables.size(); rank++) {
      Table table = tables.get(rank - 1);
      double share = weight / sum / rank;
      String name = table.name().table();
      actions.add(action("find-" + name, name, 0.5 * share, byId(table)));
      children(table)
          .ifPresent(query -> actions.add(action("list-" + name, name, 0.3 * share, query)));
      actions.add(action("create-" + name, name, 0.1 * share, insert(table)));
      update(table)
          .ifPresent(query -> actions.add(action("update-" + name, name, 0.1 * share, query)));
    }
    return actions;
  }

  private static Action action(String name, String controller, double weight, SqlTemplate sql) {
    Step query = new Step.Query(List.of(sql), false, Optional.empty(), Set.of());
    return new Action(name, "", controller, weight, 0, 1, List.of(query), false);
  }

  private static SqlTemplate byId(Table table) {
    return SqlTemplate.of(
        select(table) + " WHERE t0.id = ?", List.of(new Argument.Id(table.name())));
  }

  private static Optional<SqlTemplate> children(Table table) {
    return table.columns().stream()
        .filter(column -> column.kind() == ColumnKind.REF)
        .filter(
            column ->
                table.indexes().stream()
                    .anyMatch(index -> index.columns().get(0).equals(column.name())))
        .findFirst()
        .map(
            column ->
                SqlTemplate.of(
                    select(table)
                        + " WHERE t0."
                        + column.name()
                        + " = ? ORDER BY t0.id DESC LIMIT "
                        + CHILDREN,
                    List.of(new Argument.Id(column.target()))));
  }

  /** Every column under a name of its own, as mappers write it. */
  private static String select(Table table) {
    List<String> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add("t0.%s AS %s%d_0_".formatted(column.name(), column.name(), columns.size() + 1));
    }
    return "SELECT " + String.join(", ", columns) + " FROM " + table.name() + " t0";
  }

  private static SqlTemplate insert(Table table) {
    List<Column> columns =
        table.columns().stream().filter(column -> column.kind() != ColumnKind.ID).toList();
    List<Argument> arguments = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Column column : columns) {
      boolean now = column.kind() == ColumnKind.PAST || column.kind() == ColumnKind.FUTURE;
      values.add(now ? "NOW()" : "?");
      if (!now) {
        arguments.add(new Argument.OfColumn(column));
      }
    }
    return SqlTemplate.of(
        columns.stream()
                .map(Column::name)
                .collect(
                    Collectors.joining(", ", "INSERT INTO " + table.name() + " (", ") VALUES ("))
            + String.join(", ", values)
            + ")",
        arguments);
  }

  private static Optional<SqlTemplate> update(Table table) {
    return table.columns().stream()
        .filter(column -> column.kind() == ColumnKind.PICK || column.kind() == ColumnKind.INT)
        .findFirst()
        .map(
            column ->
                SqlTemplate.of(
                    "UPDATE %s SET %s = ?, updated_at = NOW() WHERE id = ?"
                        .formatted(table.name(), column.name()),
                    List.of(new Argument.OfColumn(column), new Argument.Id(table.name()))));
  }
}
