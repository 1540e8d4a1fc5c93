package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.capacity.ServerSettings;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What data meets on another server: a schema of the same name, another product or version, other
 * settings that change what its statements mean.
 */
final class ServerObstacles {

  private record Way(String from, String to) {}

  private final CoupledTables tables;
  private final FleetCapacity capacity;

  ServerObstacles(CoupledTables tables, FleetCapacity capacity) {
    this.tables = tables;
    this.capacity = capacity;
  }

  List<Obstacle> of(Placement before, Placement after) {
    List<Obstacle> found = new ArrayList<>();
    TreeSet<String> ways = new TreeSet<>();
    for (int table = 0; table < after.tables(); table++) {
      if (after.dataSet(table).equals(before.dataSet(table)) || after.retired(table)) {
        continue;
      }
      Way way = new Way(before.dataSet(table), after.dataSet(table));
      if (ways.add(way.from() + "\n" + way.to())) {
        settings(way, found);
      }
      schema(after.schema(table), way, before, found);
    }
    return found;
  }

  private void schema(String schema, Way way, Placement before, List<Obstacle> found) {
    boolean there =
        IntStream.range(0, tables.size())
            .anyMatch(
                table ->
                    before.schema(table).equals(schema) && before.dataSet(table).equals(way.to()));
    String subject = schema + " of " + way.from();
    if (there && found.stream().noneMatch(obstacle -> obstacle.subject().equals(subject))) {
      found.add(
          new Obstacle(
              Obstacle.Kind.SCHEMA,
              false,
              subject,
              Saying.of(
                  "obstacle.schema",
                  "is on {0} too: grants and defaults of both would hold for all of its tables",
                  way.to())));
    }
  }

  private void settings(Way way, List<Obstacle> found) {
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
