package dev.watershed.benchmarks.structure;

import java.util.List;
import java.util.Objects;

/**
 * An application and its tables in the schema that it shares with others.
 *
 * @param name that of its dump
 * @param tables in the order of their names
 */
record Application(String name, List<Table> tables) {

  /**
   * A table.
   *
   * @param name in the shared schema
   * @param stem the first word of its own name, in small letters
   * @param parents the tables of the application that its foreign keys name, without itself
   */
  record Table(String name, String stem, List<String> parents) {

    Table {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(stem, "stem");
      parents = List.copyOf(parents);
    }
  }

  Application {
    Objects.requireNonNull(name, "name");
    tables = List.copyOf(tables);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("application " + name + " has no table");
    }
  }
}
