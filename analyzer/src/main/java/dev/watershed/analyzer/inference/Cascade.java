package dev.watershed.analyzer.inference;

import dev.watershed.analyzer.inference.CatalogIndex.Placed;
import dev.watershed.analyzer.inference.CatalogIndex.Referring;
import dev.watershed.sql.lexical.RowAction;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a foreign key does to the rows that refer to a row.
 *
 * @param key the name of the foreign key
 * @param action {@code DELETE}, or {@code UPDATE} of its columns
 * @param columns that are changed, in lower case; none for {@code DELETE}
 * @param cause such as {@code on delete}
 */
record Cascade(
    Placed<TableDefinition> child,
    String key,
    RowAction action,
    Set<String> columns,
    String cause) {

  /**
   * The foreign keys that write when rows of their parent are changed.
   *
   * @param action what is done to the parent
   * @param columns those of the parent that are assigned, in lower case
   */
  static List<Cascade> of(RowAction action, Set<String> columns, List<Referring> referring) {
    List<Cascade> cascades = new ArrayList<>();
    for (Referring one : referring) {
      ForeignKey key = one.key();
      if (action == RowAction.DELETE && key.onDelete().writes()) {
        cascades.add(cascade(one, key.onDelete(), "on delete"));
      } else if (action == RowAction.UPDATE
          && key.onUpdate().writes()
          && lower(key.referencedColumns()).stream().anyMatch(columns::contains)) {
        // Only a change of the columns that are referred to is handed on.
        cascades.add(cascade(one, key.onUpdate(), "on update"));
      }
    }
    return cascades;
  }

  private static Cascade cascade(Referring referring, ReferentialAction action, String cause) {
    boolean deletes = action == ReferentialAction.CASCADE && cause.equals("on delete");
    ForeignKey key = referring.key();
    return new Cascade(
        referring.table(),
        key.name(),
        deletes ? RowAction.DELETE : RowAction.UPDATE,
        deletes ? Set.of() : lower(key.columns()),
        cause);
  }

  private static Set<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
