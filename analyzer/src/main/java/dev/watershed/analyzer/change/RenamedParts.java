package dev.watershed.analyzer.change;

import dev.watershed.sql.definition.AlterAction.ChangeColumn;
import dev.watershed.sql.definition.AlterAction.DropPart;
import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.AlterAction.Rename;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.LocatedAction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the parts of a table are called after a statement, and which of them it drops. */
final class RenamedParts {

  private final Map<String, String> columns = new HashMap<>();
  private final Map<String, String> indexes = new HashMap<>();
  private final Set<String> droppedColumns = new HashSet<>();
  private final Set<String> droppedOthers = new HashSet<>();

  RenamedParts(AlterTable alter) {
    for (LocatedAction located : alter.actions()) {
      if (located.action() instanceof ChangeColumn change) {
        columns.put(folded(change.from()), change.column().name());
      } else if (located.action() instanceof Rename rename) {
        (rename.kind() == Named.COLUMN ? columns : indexes).put(folded(rename.from()), rename.to());
      } else if (located.action() instanceof DropPart drop) {
        (drop.kind() == Named.COLUMN ? droppedColumns : droppedOthers).add(folded(drop.name()));
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
    return droppedColumns.contains(folded(before));
  }

  /** Whether an index or constraint is dropped, perhaps to be added again. */
  boolean isDropped(String before) {
    return droppedOthers.contains(folded(before));
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
