package dev.watershed.benchmarks.fleet.service;

import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tables that are moved to other schemas before the run.
 *
 * @param places the old name of each, and the new one
 */
public record Moves(Map<TableName, TableName> places) {

  /** None. */
  public static final Moves NONE = new Moves(Map.of());

  public Moves {
    places = Map.copyOf(places);
  }

  /** These and {@code schema.table=schema}. */
  public Moves with(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("expected schema.table=schema, not " + text);
    }
    TableName from = TableName.parse(text.substring(0, equals));
    Map<TableName, TableName> more = new TreeMap<>(places);
    more.put(from, new TableName(text.substring(equals + 1), from.table()));
    return new Moves(more);
  }

  /** Whether a table is moved. */
  public boolean moves(String table) {
    return places.containsKey(TableName.parse(table));
  }

  /** The catalog after the moves. */
  public FleetCatalog applyTo(FleetCatalog catalog) {
    FleetCatalog moved = catalog;
    for (Map.Entry<TableName, TableName> place : new TreeMap<>(places).entrySet()) {
      moved = moved.withMoved(place.getKey(), place.getValue());
    }
    return moved;
  }

  /** A text with the new names in place of the old ones. */
  String applyTo(String text) {
    String renamed = text;
    for (Map.Entry<TableName, TableName> place : places.entrySet()) {
      renamed =
          renamed.replaceAll(
              "\\b" + Pattern.quote(place.getKey().toString()) + "\\b",
              place.getValue().toString());
    }
    return renamed;
  }
}
