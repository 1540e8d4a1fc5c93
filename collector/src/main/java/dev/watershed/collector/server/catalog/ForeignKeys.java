package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.ForeignKeyQuery;
import dev.watershed.collector.server.catalog.query.ReferentialActionQuery;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.ReferentialAction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes foreign keys of rows. */
final class ForeignKeys {

  private ForeignKeys() {}

  /**
   * The foreign keys of one table, by name.
   *
   * @throws IllegalArgumentException if the actions of one are missing or unknown
   */
  static List<ForeignKey> of(
      List<ForeignKeyQuery.Row> columns, List<ReferentialActionQuery.Row> actions) {
    return columns.stream()
        .collect(
            Collectors.groupingBy(ForeignKeyQuery.Row::name, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(rows -> key(rows, actions))
        .toList();
  }

  private static ForeignKey key(
      List<ForeignKeyQuery.Row> unordered, List<ReferentialActionQuery.Row> actions) {
    List<ForeignKeyQuery.Row> rows =
        unordered.stream().sorted(Comparator.comparingInt(ForeignKeyQuery.Row::position)).toList();
    ForeignKeyQuery.Row first = rows.get(0);
    ReferentialActionQuery.Row action =
        actions.stream()
            .filter(row -> row.name().equals(first.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the actions of its foreign key " + first.name() + " are missing"));
    return new ForeignKey(
        first.name(),
        rows.stream().map(ForeignKeyQuery.Row::column).toList(),
        Optional.of(first.referenced().schema())
            .filter(schema -> !schema.equals(first.key().schema())),
        first.referenced().table(),
        rows.stream().map(ForeignKeyQuery.Row::referencedColumn).toList(),
        action(action.onUpdate()),
        action(action.onDelete()));
  }

  private static ReferentialAction action(String rule) {
    return switch (rule.toUpperCase(Locale.ROOT)) {
      case "NO ACTION" -> ReferentialAction.NO_ACTION;
      case "RESTRICT" -> ReferentialAction.RESTRICT;
      case "CASCADE" -> ReferentialAction.CASCADE;
      case "SET NULL" -> ReferentialAction.SET_NULL;
      case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
      default -> throw new IllegalArgumentException("a foreign key has an unknown action " + rule);
    };
  }
}
