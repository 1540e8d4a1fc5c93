package dev.watershed.collector.dump;

import dev.watershed.sql.definition.DataType;
import dev.watershed.sql.definition.TableElement.Column;
import java.util.Locale;
import java.util.Optional;

/** Columns that differ in one thing. */
final class Columns {

  private Columns() {}

  static Column renamed(Column column, String name) {
    return new Column(
        name,
        column.type(),
        column.nullable(),
        column.collation(),
        column.defaultValue(),
        column.updatedToNow(),
        column.autoIncrement(),
        column.generated(),
        column.stored(),
        column.visible(),
        column.commented());
  }

  static Column withDefault(Column column, Optional<String> value) {
    return new Column(
        column.name(),
        column.type(),
        column.nullable(),
        column.collation(),
        value,
        column.updatedToNow(),
        column.autoIncrement(),
        column.generated(),
        column.stored(),
        column.visible(),
        column.commented());
  }

  static Column withVisible(Column column, boolean visible) {
    return new Column(
        column.name(),
        column.type(),
        column.nullable(),
        column.collation(),
        column.defaultValue(),
        column.updatedToNow(),
        column.autoIncrement(),
        column.generated(),
        column.stored(),
        visible,
        column.commented());
  }

  static Column withType(Column column, DataType type, Optional<String> collation) {
    return new Column(
        column.name(),
        type,
        column.nullable(),
        collation,
        column.defaultValue(),
        column.updatedToNow(),
        column.autoIncrement(),
        column.generated(),
        column.stored(),
        column.visible(),
        column.commented());
  }

  /** Letter case does not tell the names of columns and indexes apart. */
  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
