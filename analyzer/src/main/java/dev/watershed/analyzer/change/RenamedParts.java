package dev.watershed.analyzer.change;

import dev.watershed.sql.definition.AlterAction.ChangeColumn;
import dev.watershed.sql.definition.AlterAction.DropPart;
import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.AlterAction.Rename;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.LocatedAction;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the parts of a table are called after a statement, and which of them it drops. */
final class RenamedParts {

  private final Map<String, String> columns = new HashMap<>();
  private final Map<String, String> indexes = new HashMap<>();
  private final Map<Named, Set<String>> dropped = new EnumMap<>(Named.class);

  RenamedParts(AlterTable alter) {
    for (LocatedAction located : alter.actions()) {
      if (located.action() instanceof ChangeColumn change) {
        columns.put(folded(change.from()), change.column().name());
      } else if (located.action() instanceof Rename rename) {
        (rename.kind() == Named.COLUMN ? columns : indexes).put(folded(rename.from()), rename.to());
      } else if (located.action() instanceof DropPart drop) {
        dropped.computeIfAbsent(drop.kind(), kind -> new HashSet<>()).add(folded(drop.name()));
      }
    }
  }

  /** The name of a column after it. */
  String column(String before) {
    return columns.getOrDefault(folded(before), before);
  }

  /** The name of an index after it. */
  String index(String before) {
    return indexes.getOrDefault(folded(before), before);
  }

  boolean isDroppedColumn(String before) {
    return isDropped(Named.COLUMN, before);
  }

  /** Whether a foreign key is dropped, perhaps to be added again; an index may have its name. */
  boolean isDroppedForeignKey(String before) {
    return isDropped(Named.FOREIGN_KEY, before) || isDropped(Named.CONSTRAINT, before);
  }

  /** Whether a check is dropped, perhaps to be added again. */
  boolean isDroppedCheck(String before) {
    return isDropped(Named.CHECK, before) || isDropped(Named.CONSTRAINT, before);
  }

  private boolean isDropped(Named kind, String before) {
    return dropped.getOrDefault(kind, Set.of()).contains(folded(before));
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
