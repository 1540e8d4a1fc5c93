package dev.watershed.collector.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A change set of formatted SQL.
 *
 * @param line of its head, from 1
 * @param attributes as written behind its name, by their names in small letters
 * @param text its lines at their places, the lines of others empty
 */
record ChangeSet(String author, String id, int line, Map<String, String> attributes, String text) {

  private static final List<String> OURS = List.of("mysql", "mariadb", "all");

  ChangeSet {
    attributes = Map.copyOf(attributes);
  }

  /** Whether an attribute has this value. */
  boolean is(String attribute, String value) {
    return attributes.getOrDefault(attribute, "").equalsIgnoreCase(value);
  }

  /** Whether the tool never runs it on MySQL or MariaDB. */
  boolean neverRuns() {
    return isForOthers() || is("ignore", "true");
  }

  /** Whether the attribute {@code dbms} leaves out MySQL and MariaDB. */
  boolean isForOthers() {
    String written = attributes.getOrDefault("dbms", "").toLowerCase(Locale.ROOT);
    if (written.isBlank()) {
      return false;
    }
    List<String> names = Arrays.stream(written.split(",", -1)).map(String::strip).toList();
    boolean excluding = names.stream().allMatch(name -> name.startsWith("!"));
    return excluding
        ? names.contains("!mysql") || names.contains("!mariadb")
        : names.stream().noneMatch(OURS::contains);
  }
}
