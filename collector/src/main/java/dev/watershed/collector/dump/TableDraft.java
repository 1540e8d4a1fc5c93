package dev.watershed.collector.dump;

import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.CreateTable;
import dev.watershed.sql.definition.TableElement;
import dev.watershed.sql.definition.TableElement.Check;
import dev.watershed.sql.definition.TableElement.Column;
import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.Reference;
import dev.watershed.sql.definition.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table while the script that defines it is read: as it is written, with what is added later. */
record TableDraft(
    String name, boolean sequence, List<TableElement> elements, TableOptions options) {

  TableDraft {
    elements = List.copyOf(elements);
  }

  static TableDraft of(CreateTable table) {
    return new TableDraft(table.name().name(), table.sequence(), table.elements(), table.options());
  }

  /** CREATE TABLE … LIKE: everything but foreign keys, and a fresh counter. */
  TableDraft copyAs(String copy) {
    TableOptions fresh =
        new TableOptions(
            options.engine(),
            options.rowFormat(),
            options.charset(),
            options.collation(),
            Optional.empty(),
            options.commented(),
            options.systemVersioned(),
            options.partitions());
    return new TableDraft(
        copy,
        sequence,
        elements.stream().filter(element -> !(element instanceof Reference)).toList(),
        fresh);
  }

  /** With what an ALTER TABLE says; a column that is modified and not there makes it fail. */
  TableDraft with(AlterTable change) {
    List<TableElement> changed = new ArrayList<>(elements);
    for (Column column : change.modified()) {
      int place = -1;
      for (int i = 0; i < changed.size(); i++) {
        if (changed.get(i) instanceof Column old && old.name().equalsIgnoreCase(column.name())) {
          place = i;
        }
      }
      if (place < 0) {
        throw new IllegalArgumentException(
            "table '" + name + "' has no column '" + column.name() + "' to modify");
      }
      changed.set(place, column);
    }
    changed.addAll(change.added());
    return new TableDraft(name, sequence, changed, options.then(change.options()));
  }

  List<Column> columns() {
    return only(Column.class).toList();
  }

  List<Index> indexes() {
    return only(Index.class).toList();
  }

  List<Reference> references() {
    return only(Reference.class).toList();
  }

  List<Check> checks() {
    return only(Check.class).toList();
  }

  private <T extends TableElement> Stream<T> only(Class<T> type) {
    return elements.stream().filter(type::isInstance).map(type::cast);
  }
}
