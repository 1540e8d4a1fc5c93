package dev.watershed.collector.dump;

import dev.watershed.sql.definition.AlterAction;
import dev.watershed.sql.definition.AlterAction.Add;
import dev.watershed.sql.definition.AlterAction.ChangeColumn;
import dev.watershed.sql.definition.AlterAction.DropPart;
import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.AlterAction.Rename;
import dev.watershed.sql.definition.AlterAction.SetDefault;
import dev.watershed.sql.definition.AlterAction.SetVisible;
import dev.watershed.sql.definition.ColumnPosition;
import dev.watershed.sql.definition.TableElement;
import dev.watershed.sql.definition.TableElement.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a table that is altered, in the order in which the server arranges them: first
 * those that stay, then one after the other those that have a place or are new.
 */
final class AlteredColumns {

  /**
   * A column of the altered table.
   *
   * @param before its name before; empty for a new one
   */
  record Altered(Optional<String> before, Column column) {

    Altered with(Column changed) {
      return new Altered(before, changed);
    }

    boolean was(String name) {
      return before.filter(name::equalsIgnoreCase).isPresent();
    }

    boolean isCalled(String name) {
      return column.name().equalsIgnoreCase(name);
    }
  }

  private final String table;
  private final List<Column> old;
  private final List<Altered> columns = new ArrayList<>();
  private final List<Altered> placed = new ArrayList<>();

  AlteredColumns(String table, List<Column> old) {
    this.table = table;
    this.old = old;
    old.forEach(column -> columns.add(new Altered(Optional.of(column.name()), column)));
  }

  List<Altered> columns() {
    return columns;
  }

  /** The column that was called so, if it stays. */
  Optional<Altered> ofBefore(String name) {
    return columns.stream().filter(column -> column.was(name)).findFirst();
  }

  /** The column that is called so. */
  Optional<Altered> ofAfter(String name) {
    return columns.stream().filter(column -> column.isCalled(name)).findFirst();
  }

  /** What concerns columns that are there: before any is moved or added. */
  void change(AlterAction action) {
    if (action instanceof DropPart drop && drop.kind() == Named.COLUMN) {
      if (isThere(drop.name(), drop.ifExists())) {
        columns.removeIf(column -> column.was(drop.name()));
      }
    } else if (action instanceof ChangeColumn change) {
      if (isThere(change.from(), change.ifExists())) {
        replace(change.from(), change.column());
      }
    } else if (action instanceof Rename rename && rename.kind() == Named.COLUMN) {
      if (isThere(rename.from(), rename.ifExists())) {
        Column column = ofBefore(rename.from()).orElseThrow().column();
        replace(rename.from(), Columns.renamed(column, rename.to()));
      }
    } else if (action instanceof SetDefault change) {
      if (isThere(change.column(), change.ifExists())) {
        Column column = ofBefore(change.column()).orElseThrow().column();
        replace(change.column(), Columns.withDefault(column, change.value()));
      }
    } else if (action instanceof SetVisible change
        && change.kind() == Named.COLUMN
        && isThere(change.name(), change.ifExists())) {
      Column column = ofBefore(change.name()).orElseThrow().column();
      replace(change.name(), Columns.withVisible(column, change.visible()));
    }
  }

  /** Takes away what an action gives a place; all of them, before any is placed. */
  void take(AlterAction action) {
    if (action instanceof ChangeColumn change && change.position().said()) {
      ofBefore(change.from())
          .ifPresent(
              column -> {
                columns.remove(column);
                placed.add(column);
              });
    }
  }

  /** Puts what an action adds or moves in its place; returns the other elements that it brings. */
  List<TableElement> place(AlterAction action) {
    List<TableElement> others = new ArrayList<>();
    if (action instanceof ChangeColumn change && wasThere(change.from())) {
      if (change.position().said()) {
        placed.stream()
            .filter(column -> column.was(change.from()))
            .findFirst()
            .ifPresent(column -> insert(column, change.position()));
      }
      others.addAll(change.others());
    } else if (action instanceof Add add) {
      boolean skipped = false;
      for (TableElement element : add.elements()) {
        if (element instanceof Column column) {
          skipped = add.unlessExists() && ofAfter(column.name()).isPresent();
          if (!skipped) {
            insert(new Altered(Optional.empty(), column), add.position());
          }
        } else if (!skipped) {
          others.add(element);
        }
      }
    }
    return others;
  }

  /** What cannot be: no column at all, or two of a name. */
  void check() {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "table '" + table + "' would have no column; DROP TABLE drops it");
    }
    Set<String> names = new HashSet<>();
    for (Altered column : columns) {
      if (!names.add(Columns.folded(column.column().name()))) {
        throw new IllegalArgumentException(
            "table '" + table + "' has a column '" + column.column().name() + "' already");
      }
    }
  }

  private void insert(Altered column, ColumnPosition position) {
    if (position.after().isPresent()) {
      Altered before =
          ofAfter(position.after().get()).orElseThrow(() -> unknown(position.after().get()));
      columns.add(columns.indexOf(before) + 1, column);
    } else {
      columns.add(position.first() ? 0 : columns.size(), column);
    }
  }

  private boolean wasThere(String name) {
    return old.stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
  }

  private boolean isThere(String name, boolean ifExists) {
    boolean there = ofBefore(name).isPresent();
    if (!there && !ifExists) {
      throw unknown(name);
    }
    return there;
  }

  private void replace(String before, Column changed) {
    Altered column = ofBefore(before).orElseThrow();
    columns.set(columns.indexOf(column), column.with(changed));
  }

  private IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("table '" + table + "' has no column '" + name + "'");
  }
}
