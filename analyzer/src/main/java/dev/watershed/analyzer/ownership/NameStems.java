package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the names of tables with an owner say of others: the longest beginning of a name, up to an
 * underscore, that at least three tables with an owner share, or the schema. It speaks only where
 * all of them have the same owner.
 */
final class NameStems {

  private static final int LEAST = 3;

  /**
   * What a stem says.
   *
   * @param stem such as {@code shop.slot_}
   * @param tables with an owner that begin so
   */
  record Opinion(String stem, int owner, int tables) {}

  private static final class Group {
    private final Map<Integer, Integer> tablesOf = new HashMap<>();
    private int tables;

    /** The one owner of all tables but one of its own; empty if there are several. */
    OptionalInt owner(OptionalInt own) {
      int[] owners =
          tablesOf.entrySet().stream()
              .filter(
                  each ->
                      each.getValue() > 1
                          || own.isEmpty()
                          || own.getAsInt() != each.getKey().intValue())
              .mapToInt(Map.Entry::getKey)
              .toArray();
      return owners.length == 1 ? OptionalInt.of(owners[0]) : OptionalInt.empty();
    }
  }

  private final Map<String, Group> groups = new HashMap<>();

  /** A table and its owner. */
  void add(CoupledTable table, int owner) {
    for (String stem : stems(table)) {
      Group group = groups.computeIfAbsent(key(table, stem), any -> new Group());
      group.tablesOf.merge(owner, 1, Integer::sum);
      group.tables++;
    }
  }

  /**
   * What is said of a table.
   *
   * @param own its own owner, which is not asked; empty if it has none
   */
  Optional<Opinion> of(CoupledTable table, OptionalInt own) {
    int itself = own.isPresent() ? 1 : 0;
    for (String stem : stems(table)) {
      Group group = groups.get(key(table, stem));
      int others = group == null ? 0 : group.tables - itself;
      if (others >= LEAST) {
        OptionalInt owner = group.owner(own);
        return owner.isPresent()
            ? Optional.of(new Opinion(stem, owner.getAsInt(), others))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String key(CoupledTable table, String stem) {
    return table.dataSet() + '\0' + stem;
  }

  /** The beginnings of a name that end with an underscore, the longest first, then the schema. */
  private static List<String> stems(CoupledTable table) {
    List<String> stems = new ArrayList<>();
    String name = table.name();
    for (int at = name.lastIndexOf('_'); at > 0; at = name.lastIndexOf('_', at - 1)) {
      stems.add(table.schema() + "." + name.substring(0, at + 1));
    }
    stems.add(table.schema() + ".");
    return stems;
  }
}
