package dev.watershed.analyzer.ownership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fewest patterns that match the tables of one owner in a schema and no other: the whole
 * schema, else the beginnings of names up to an underscore, else single names.
 */
final class PatternCompression {

  private final SortedSet<String> own;
  private final List<String> patterns = new ArrayList<>();
  private final List<String> inexpressible = new ArrayList<>();
  private final String schema;

  private PatternCompression(String schema, Collection<String> own) {
    this.schema = schema;
    this.own = new TreeSet<>(own);
  }

  /**
   * What was found.
   *
   * @param patterns in the order of the names
   * @param inexpressible names with characters that patterns do not have, {@code schema.table}
   */
  record Result(List<String> patterns, List<String> inexpressible) {}

  /**
   * Finds them.
   *
   * @param own the names of the owner's tables
   * @param all the names of all tables of the schema
   */
  static Result of(String schema, Collection<String> own, Collection<String> all) {
    PatternCompression compression = new PatternCompression(schema, own);
    compression.cover("", new TreeSet<>(all));
    return new Result(compression.patterns, compression.inexpressible);
  }

  /** All names in {@code names} begin with {@code prefix}. */
  private void cover(String prefix, SortedSet<String> names) {
    boolean any = names.stream().anyMatch(own::contains);
    if (!any) {
      return;
    }
    if (names.size() > 1 && plain(prefix) && plain(schema) && own.containsAll(names)) {
      patterns.add(schema + "." + prefix + "%");
      return;
    }
    Map<String, SortedSet<String>> longer = new TreeMap<>();
    for (String name : names) {
      int end = name.indexOf('_', prefix.length()) + 1;
      longer
          .computeIfAbsent(end == 0 ? name : name.substring(0, end), key -> new TreeSet<>())
          .add(name);
    }
    longer.forEach(
        (stem, group) -> {
          if (group.size() == 1) {
            single(group.first());
          } else {
            cover(stem, group);
          }
        });
  }

  private void single(String name) {
    if (own.contains(name)) {
      boolean expressible = plain(name) && plain(schema);
      (expressible ? patterns : inexpressible).add(schema + "." + name);
    }
  }

  /** Whether a pattern says no more and no less than these characters. */
  private static boolean plain(String text) {
    return text.chars()
        .noneMatch(
            character ->
                character == '*'
                    || character == '%'
                    || character == '?'
                    || character == '.'
                    || Character.isWhitespace(character));
  }
}
