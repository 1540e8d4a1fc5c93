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
  private static final int SEVERAL = -1;

  /**
   * What a stem says.
   *
   * @param stem such as {@code shop.slot_}
   * @param tables with an owner that begin so
   */
  record Opinion(String stem, int owner, int tables) {}

  private static final class Group {
    private int owner;
    private int tables;
  }

  private final Map<String, Group> groups = new HashMap<>();

  /** A table and its owner. */
  void add(CoupledTable table, int owner) {
    for (String stem : stems(table)) {
      Group group = groups.get(key(table, stem));
      if (group == null) {
        group = new Group();
        group.owner = owner;
        groups.put(key(table, stem), group);
      } else if (group.owner != owner) {
        group.owner = SEVERAL;
      }
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
        return group.owner == SEVERAL
            ? Optional.empty()
            : Optional.of(new Opinion(stem, group.owner, others));
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
