package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Foreign keys, views, triggers and routines that a change of places concerns, and servers that
 * differ. A foreign key may lead to another schema, never to another server. RENAME TABLE into
 * another schema keeps foreign keys and fails while the table has triggers (MySQL 9.7 Reference
 * Manual, "RENAME TABLE"; error 1435).
 */
final class Obstacles {

  private final CoupledTables tables;
  private final CatalogTies ties;
  private final ServerObstacles servers;

  Obstacles(WhatIfInput given) {
    tables = given.facts().input().tables();
    ties = new CatalogTies(given.catalogs(), tables);
    servers = new ServerObstacles(tables, given.capacity());
  }

  /** In the order of kinds and names, each once. */
  List<Obstacle> of(Placement before, Placement after) {
    TreeSet<Obstacle> found = new TreeSet<>(servers.of(before, after));
    ties.keys().forEach(key -> foreignKey(key, before, after, found));
    ties.bodies().forEach(body -> body(body, before, after, found));
    return List.copyOf(found);
  }

  private void foreignKey(
      CatalogTies.Key key, Placement before, Placement after, TreeSet<Obstacle> found) {
    boolean parted = parted(after, key) && !parted(before, key);
    boolean gone = gone(after, key.from()) != gone(after, key.to());
    boolean goes = gone && !gone(before, key.from()) && !gone(before, key.to());
    String from = tables.label(key.from());
    String to = tables.label(key.to());
    if (parted) {
      found.add(
          new Obstacle(
              Obstacle.Kind.FOREIGN_KEY,
              true,
              key.name(),
              Saying.of(
                  "obstacle.key-apart",
                  "leads from {0} to {1}, which would be on another server: drop it first, and have"
                      + " the services check",
                  from,
                  to)));
    } else if (goes) {
      found.add(
          new Obstacle(
              Obstacle.Kind.FOREIGN_KEY,
              true,
              key.name(),
              Saying.of("obstacle.key-ties", "ties {0} to {1}: drop it first", from, to)));
    }
  }

  private static boolean parted(Placement placement, CatalogTies.Key key) {
    return !placement.dataSet(key.from()).equals(placement.dataSet(key.to()));
  }

  private static boolean gone(Placement placement, int table) {
    return placement.retired(table) || placement.cut(table) || placement.table(table) != table;
  }

  private void body(
      CatalogTies.Body body, Placement before, Placement after, TreeSet<Obstacle> found) {
    if (body.on().isPresent() && renamed(before, after, body.on().getAsInt())) {
      int table = body.on().getAsInt();
      found.add(
          new Obstacle(body.kind(), true, body.name(), fires(after, table, tables.label(table))));
      return;
    }
    List<Integer> gone = body.tables().stream().filter(each -> goes(before, after, each)).toList();
    if (!gone.isEmpty()) {
      found.add(
          new Obstacle(
              body.kind(),
              true,
              body.name(),
              Saying.of(
                  "obstacle.names-gone",
                  "names {0}, which would be gone: change or drop it first",
                  gone.stream().map(tables::label).sorted().toList())));
      return;
    }
    List<Integer> moved =
        body.tables().stream().filter(each -> after.movedFrom(before, each)).toList();
    if (moved.isEmpty()) {
      return;
    }
    List<String> names = moved.stream().map(tables::label).sorted().toList();
    boolean taken = places(after, body) > 1 && places(before, body) == 1;
    if (taken) {
      found.add(
          new Obstacle(
              body.kind(),
              true,
              body.name(),
              Saying.of(
                  "obstacle.names-apart",
                  "names {0}, and tables that would be on another server: take it apart",
                  names)));
    } else if (moved.stream().anyMatch(table -> after.renamedFrom(before, table))) {
      found.add(
          new Obstacle(
              body.kind(),
              false,
              body.name(),
              Saying.of(
                  "obstacle.names-place", "names {0}: make it again with the new place", names)));
    } else if (!comesAlong(body, moved.get(0), after)) {
      found.add(
          new Obstacle(
              body.kind(),
              false,
              body.name(),
              Saying.of(
                  "obstacle.names-server", "names {0}: make it again on the new server", names)));
    }
  }

  /** What becomes of a trigger whose table gets another name, is cut, or goes. */
  private static Saying fires(Placement after, int table, String label) {
    if (after.retired(table)) {
      return Saying.of(
          "obstacle.fires-gone",
          "fires on {0} and would be gone with it: see first that nothing needs what it does",
          label);
    }
    return after.cut(table)
        ? Saying.of("obstacle.fires-cut", "fires on {0}: make it for each part", label)
        : Saying.of(
            "obstacle.fires",
            "fires on {0}, which cannot be renamed into another schema with it: drop it"
                + " first, and make it again there",
            label);
  }

  /** On how many servers the tables are that it names, with the one that it fires on. */
  private static int places(Placement placement, CatalogTies.Body body) {
    return (int)
        IntStream.concat(body.on().stream(), body.tables().stream().mapToInt(Integer::intValue))
            .filter(table -> !placement.retired(table))
            .mapToObj(placement::dataSet)
            .distinct()
            .count();
  }

  /** Whether a dump of its schema brings it to where its tables go. */
  private boolean comesAlong(CatalogTies.Body body, int table, Placement after) {
    return IntStream.range(0, tables.size())
        .filter(each -> tables.get(each).dataSet().equals(tables.get(table).dataSet()))
        .filter(each -> tables.get(each).schema().equals(body.schema()))
        .allMatch(each -> after.dataSet(each).equals(after.dataSet(table)));
  }

  private static boolean renamed(Placement before, Placement after, int table) {
    return after.renamedFrom(before, table) || goes(before, after, table);
  }

  private static boolean goes(Placement before, Placement after, int table) {
    return after.retired(table) && !before.retired(table);
  }
}
