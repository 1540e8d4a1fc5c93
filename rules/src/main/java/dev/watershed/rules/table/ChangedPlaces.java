package dev.watershed.rules.table;

import dev.watershed.analyzer.change.ChangedTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.verdict.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where a change touches which table last. */
public final class ChangedPlaces {

  private final Map<String, Location> places;

  private ChangedPlaces(Map<String, Location> places) {
    this.places = places;
  }

  /** Those of the change of some facts; none where the fleet is judged. */
  public static ChangedPlaces of(FleetFacts facts) {
    Map<String, Location> places = new HashMap<>();
    for (ChangedTablesTable.Row row : ChangedTablesTable.rows(facts)) {
      ChangedTable at = row.at();
      places.put(
          at.schema() + "." + at.table(),
          new Location(
              at.place().path(), Math.max(1, at.place().line()), Math.max(1, at.place().column())));
    }
    return new ChangedPlaces(places);
  }

  /** The last place of a table, {@code schema.table}. */
  public Optional<Location> of(String table) {
    return Optional.ofNullable(places.get(table));
  }
}
