package dev.watershed.analyzer.change;

import dev.watershed.analyzer.change.SchemaChange.ColumnAdded;
import dev.watershed.analyzer.change.SchemaChange.ColumnDropped;
import dev.watershed.analyzer.change.SchemaChange.ColumnMoved;
import dev.watershed.analyzer.change.SchemaChange.ColumnNullability;
import dev.watershed.analyzer.change.SchemaChange.ColumnRegenerated;
import dev.watershed.analyzer.change.SchemaChange.ColumnRenamed;
import dev.watershed.analyzer.change.SchemaChange.ColumnRetyped;
import dev.watershed.analyzer.change.SchemaChange.DefaultChanged;
import dev.watershed.sql.definition.AlterAction.ChangeColumn;
import dev.watershed.sql.definition.AlterAction.ConvertCharset;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What becomes of the columns of a table. */
final class ColumnChanges {

  private final Function<String, ChangedTable> at;
  private final TableDefinition before;
  private final TableDefinition after;
  private final AlterTable alter;
  private final RenamedParts renamed;
  private final List<SchemaChange> changes = new ArrayList<>();

  /**
   * @param at the place of the clause that names a part
   */
  ColumnChanges(
      Function<String, ChangedTable> at,
      TableDefinition before,
      TableDefinition after,
      AlterTable alter,
      RenamedParts renamed) {
    this.at = at;
    this.before = before;
    this.after = after;
    this.alter = alter;
    this.renamed = renamed;
  }

  List<SchemaChange> all() {
    Set<String> kept = new HashSet<>();
    for (ColumnDefinition old : before.columns()) {
      Optional<ColumnDefinition> is =
          renamed.isDroppedColumn(old.name())
              ? Optional.empty()
              : after.column(renamed.column(old.name()));
      if (is.isEmpty()) {
        changes.add(new ColumnDropped(at.apply(old.name()), old));
      } else {
        kept.add(RenamedParts.folded(is.get().name()));
        changed(old, is.get());
      }
    }
    moved();
    int last = 0;
    for (int i = 0; i < after.columns().size(); i++) {
      last = kept.contains(RenamedParts.folded(after.columns().get(i).name())) ? i : last;
    }
    for (int i = 0; i < after.columns().size(); i++) {
      ColumnDefinition column = after.columns().get(i);
      if (!kept.contains(RenamedParts.folded(column.name()))) {
        changes.add(new ColumnAdded(at.apply(column.name()), column, i > last));
      }
    }
    return changes;
  }

  private void changed(ColumnDefinition old, ColumnDefinition is) {
    ChangedTable place = at.apply(old.name());
    if (!old.name().equals(is.name())) {
      changes.add(new ColumnRenamed(place, old.name(), is.name()));
    }
    TypeChange type = new TypeChange(old, is);
    boolean converted =
        TypeChange.stored(old.type()).equals(TypeChange.stored(is.type()))
            && alter.actions().stream()
                .anyMatch(located -> located.action() instanceof ConvertCharset);
    if (type.isAny() && !converted) {
      changes.add(new ColumnRetyped(place, old, is, type.narrowing()));
    }
    if (old.nullable() != is.nullable()) {
      changes.add(new ColumnNullability(place, is.name(), is.nullable()));
    }
    boolean sameDefault =
        plain(old.defaultValue()).equals(plain(is.defaultValue()))
            && old.updatedToNow() == is.updatedToNow();
    if (!sameDefault) {
      changes.add(new DefaultChanged(place, old, is));
    }
    boolean sameValue =
        expression(old).equals(expression(is))
            && old.generated()
                .map(GeneratedValue::stored)
                .equals(is.generated().map(GeneratedValue::stored))
            && old.autoIncrement() == is.autoIncrement()
            && old.visible() == is.visible();
    if (!sameValue) {
      changes.add(new ColumnRegenerated(place, old, is));
    }
  }

  private void moved() {
    List<String> order = new ArrayList<>();
    for (ColumnDefinition old : before.columns()) {
      boolean there =
          !renamed.isDroppedColumn(old.name())
              && after.column(renamed.column(old.name())).isPresent();
      if (there) {
        order.add(RenamedParts.folded(renamed.column(old.name())));
      }
    }
    List<String> now =
        after.columns().stream()
            .map(column -> RenamedParts.folded(column.name()))
            .filter(order::contains)
            .toList();
    for (var located : alter.actions()) {
      if (located.action() instanceof ChangeColumn change && change.position().said()) {
        String name = RenamedParts.folded(change.column().name());
        if (order.indexOf(name) != now.indexOf(name)) {
          changes.add(new ColumnMoved(at.apply(change.from()), change.column().name()));
        }
      }
    }
  }

  /** A server writes expressions anew: names in quotes, and parentheses. */
  private static String expression(ColumnDefinition column) {
    return column
        .generated()
        .map(value -> value.expression().replaceAll("[`()\\s]", "").toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** {@code NOW()} and its other names are one default. */
  private static String plain(Optional<String> value) {
    String text = value.orElse("").toLowerCase(Locale.ROOT).replaceAll("[`()\\s]", "");
    return text.replaceFirst("^(now|localtimestamp|localtime|current_timestamp)", "now");
  }
}
