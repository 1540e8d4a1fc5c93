package dev.watershed.benchmarks.fleet.schema;

import java.util.Arrays;
import java.util.List;

/**
 * A schema of the fleet.
 *
 * @param name its name
 * @param server where it is
 * @param tables how many tables it gets in all
 * @param entities what its many small tables are about
 */
public record SchemaPlan(String name, String server, int tables, List<String> entities) {

  public SchemaPlan {
    entities = List.copyOf(entities);
    if (tables < 1 || entities.isEmpty()) {
      throw new IllegalArgumentException("schema " + name);
    }
  }

  /** Reads paragraphs of {@code name SERVER TABLES} and a line of entities. */
  public static List<SchemaPlan> read(String text) {
    return Paragraphs.of(text).stream()
        .map(
            lines -> {
              List<String> head = Arrays.asList(lines.get(0).split(" ", -1));
              List<String> entities = Arrays.asList(lines.get(1).strip().split(" ", -1));
              return new SchemaPlan(
                  head.get(0), head.get(1), Integer.parseInt(head.get(2)), entities);
            })
        .toList();
  }
}
