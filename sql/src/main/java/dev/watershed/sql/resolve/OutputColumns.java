package dev.watershed.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names of a query's columns. */
final class OutputColumns {

  private OutputColumns() {}

  /** Columns of a UNION, whose types are those of no column. */
  static List<OutputColumn> withoutTypes(List<OutputColumn> columns) {
    return columns.stream().map(column -> OutputColumn.named(column.name())).toList();
  }

  /** Columns under other names; without names, under their own. */
  static Optional<List<OutputColumn>> renamed(
      Optional<List<OutputColumn>> columns, List<String> names) {
    if (names.isEmpty()) {
      return columns;
    }
    List<OutputColumn> renamed = new ArrayList<>();
    boolean sameNumber = columns.map(List::size).orElse(-1) == names.size();
    for (int i = 0; i < names.size(); i++) {
      renamed.add(
          sameNumber
              ? columns.get().get(i).renamed(names.get(i))
              : OutputColumn.named(names.get(i)));
    }
    return Optional.of(renamed);
  }
}
