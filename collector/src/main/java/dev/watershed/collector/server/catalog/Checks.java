package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.CheckQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.workload.catalog.CheckConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes check constraints of rows. */
final class Checks {

  private final ServerTexts texts;

  Checks(ServerTexts texts) {
    this.texts = texts;
  }

  /** The constraints of each table, by name. */
  Map<TableKey, List<CheckConstraint>> of(
      List<CheckQuery.Row> rows, List<CheckQuery.Place> places) {
    Map<TableKey, CheckQuery.Place> byName = new HashMap<>();
    for (CheckQuery.Place place : places) {
      byName.put(new TableKey(place.key().schema(), place.name()), place);
    }
    Map<TableKey, List<CheckConstraint>> checks = new HashMap<>();
    for (CheckQuery.Row row : rows) {
      if (row.table().isPresent()) {
        TableKey key = new TableKey(row.schema(), row.table().get());
        add(checks, key, row.ofColumn() ? "" : row.name(), row, true);
      } else {
        CheckQuery.Place place = byName.get(new TableKey(row.schema(), row.name()));
        if (place != null) {
          add(checks, place.key(), row.name(), row, place.enforced());
        }
      }
    }
    checks
        .values()
        .forEach(
            list ->
                list.sort(
                    Comparator.comparing(CheckConstraint::name)
                        .thenComparing(CheckConstraint::expression)));
    return checks;
  }

  private void add(
      Map<TableKey, List<CheckConstraint>> checks,
      TableKey key,
      String name,
      CheckQuery.Row row,
      boolean enforced) {
    checks
        .computeIfAbsent(key, table -> new ArrayList<>())
        .add(new CheckConstraint(name, texts.expression(row.expression()), enforced));
  }
}
