package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.capacity.ServerSettings;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.saying.Saying;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What data meets on another server: a schema of the same name, another product or version, other
 * settings that change what its statements mean.
 */
final class ServerObstacles {

  private record Way(String from, String to) {}

  private record Place(String dataSet, String schema) {}

  private final CoupledTables tables;
  private final FleetCapacity capacity;

  ServerObstacles(CoupledTables tables, FleetCapacity capacity) {
    this.tables = tables;
    this.capacity = capacity;
  }

  SortedSet<Obstacle> of(Placement before, Placement after) {
    SortedSet<Obstacle> found = new TreeSet<>();
    Set<Place> taken = new HashSet<>();
    for (int table = 0; table < tables.size(); table++) {
      taken.add(new Place(before.dataSet(table), before.schema(table)));
    }
    Set<Way> ways = new HashSet<>();
    for (int table = 0; table < after.tables(); table++) {
      if (after.dataSet(table).equals(before.dataSet(table)) || after.retired(table)) {
        continue;
      }
      Way way = new Way(before.dataSet(table), after.dataSet(table));
      if (ways.add(way)) {
        settings(way, found);
      }
      if (taken.contains(new Place(way.to(), after.schema(table)))) {
        found.add(schema(after.schema(table), way));
      }
    }
    return found;
  }

  private static Obstacle schema(String schema, Way way) {
    return new Obstacle(
        Obstacle.Kind.SCHEMA,
        false,
        schema + " of " + way.from(),
        Saying.of(
            "obstacle.schema",
            "is on {0} too: grants and defaults of both would hold for all of its tables",
            way.to()));
  }

  private void settings(Way way, SortedSet<Obstacle> found) {
    List<ServerSettings> here = settings(way.to());
    List<ServerSettings> there = settings(way.from());
    if (here.isEmpty() || there.isEmpty()) {
      found.add(
          new Obstacle(
              Obstacle.Kind.SETTING,
              false,
              "version, sql_mode and character sets",
              Saying.of(
                  "obstacle.settings",
                  "of {0} and {1} are not both known: collect reads them where a server has a url",
                  way.from(),
                  way.to())));
      return;
    }
    for (ServerSettings.Difference difference : here.get(0).differences(there.get(0))) {
      found.add(
          new Obstacle(
              Obstacle.Kind.SETTING,
              false,
              difference.fact().key(),
              Saying.of(
                  "obstacle.setting",
                  "is {0} on {1}, and {2} on {3}: {4}",
                  quoted(difference.here()),
                  way.to(),
                  quoted(difference.there()),
                  way.from(),
                  advice(difference))));
    }
  }

  private static Saying quoted(String value) {
    return value.isEmpty()
        ? Saying.of("obstacle.empty", "empty")
        : Saying.verbatim("'" + value + "'");
  }

  /** Of servers that take writes, those whose product and version are known. */
  private List<ServerSettings> settings(String dataSet) {
    return capacity.writable(dataSet).stream()
        .map(CapacityServer::settings)
        .filter(ServerSettings::known)
        .toList();
  }

  private static Saying advice(ServerSettings.Difference difference) {
    return switch (difference.fact()) {
      case PRODUCT ->
          Saying.of(
              "obstacle.product",
              "copy by a dump of statements, and run the services' tests there");
      case VERSION ->
          Saying.of("obstacle.version", "run the services' tests on the version that stays");
      case LOWER_CASE_TABLE_NAMES ->
          Saying.of(
              "obstacle.lower-case", "names that differ by case only would be one table or two");
      case SQL_MODE ->
          Saying.of(
              "obstacle.sql-mode",
              "have the services set it themselves, or writes fail or are cut otherwise");
      case TIME_ZONE ->
          Saying.of("obstacle.time-zone", "have the services set it themselves, or times shift");
      case TRANSACTION_ISOLATION ->
          Saying.of(
              "obstacle.isolation", "have the services set it themselves, or they lock otherwise");
      default ->
          Saying.of(
              "obstacle.definition",
              "state it in every definition, or new tables and comparisons differ");
    };
  }
}
