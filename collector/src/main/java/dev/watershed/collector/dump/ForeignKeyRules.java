package dev.watershed.collector.dump;

import dev.watershed.collector.dump.AlteredColumns.Altered;
import dev.watershed.collector.dump.TableContext.Referring;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a server refuses because of foreign keys. */
final class ForeignKeyRules {

  private final TableContext context;

  ForeignKeyRules(TableContext context) {
    this.context = context;
  }

  /** The rules for a table that is altered. */
  void check(TableDefinition before, TableDefinition after, AlteredColumns columns) {
    Set<String> known =
        before.foreignKeys().stream().map(ForeignKey::name).collect(Collectors.toSet());
    for (ForeignKey key : after.foreignKeys()) {
      if (!known.contains(key.name())) {
        checkNew(after, key);
      } else {
        key.columns().forEach(column -> unchanged(before, after, columns, column, key.name()));
      }
    }
    for (Referring other : context.tables().referringTo(context.schema(), before.name())) {
      boolean own = other.schema().equals(context.schema()) && other.table().equals(before.name());
      if (own
          && after.foreignKeys().stream().noneMatch(key -> key.name().equals(other.key().name()))) {
        continue;
      }
      for (String column : other.key().referencedColumns()) {
        if (columns.ofBefore(column).isEmpty()) {
          throw new IllegalArgumentException(
              "column '"
                  + column
                  + "' of table '"
                  + before.name()
                  + "' is needed by the foreign key '"
                  + other.key().name()
                  + "' of table '"
                  + other.table()
                  + "'; drop that first");
        }
        unchanged(before, after, columns, column, other.key().name());
      }
    }
  }

  /** The rules for a table that is made. */
  void check(TableDefinition made) {
    made.foreignKeys().forEach(key -> checkNew(made, key));
  }

  private void unchanged(
      TableDefinition before,
      TableDefinition after,
      AlteredColumns columns,
      String column,
      String key) {
    Optional<ColumnDefinition> was =
        columns.columns().stream()
            .filter(altered -> altered.isCalled(column) || altered.was(column))
            .findFirst()
            .flatMap(Altered::before)
            .flatMap(before::column);
    Optional<ColumnDefinition> is =
        was.flatMap(old -> columns.ofBefore(old.name()))
            .flatMap(altered -> after.column(altered.column().name()));
    if (was.isEmpty() || is.isEmpty() || !context.foreignKeyChecks()) {
      return;
    }
    if (!fits(was.get(), is.get())) {
      throw new IllegalArgumentException(
          "the type of column '"
              + column
              + "' of table '"
              + before.name()
              + "' cannot change from "
              + was.get().type()
              + " to "
              + is.get().type()
              + ": the foreign key '"
              + key
              + "' uses it; drop that first");
    }
  }

  private void checkNew(TableDefinition table, ForeignKey key) {
    for (String column : key.columns()) {
      ColumnDefinition own = table.column(column).orElseThrow(() -> lacks(table, column, key));
      boolean nulls =
          key.onDelete() == ReferentialAction.SET_NULL
              || key.onUpdate() == ReferentialAction.SET_NULL;
      if (nulls && !own.nullable()) {
        throw new IllegalArgumentException(
            "foreign key '"
                + key.name()
                + "' sets column '"
                + column
                + "' NULL, which is NOT NULL");
      }
    }
    String schema = key.referencedSchema().orElse(context.schema());
    boolean self = schema.equals(context.schema()) && key.referencedTable().equals(table.name());
    Optional<TableDefinition> parent =
        self ? Optional.of(table) : context.tables().table(schema, key.referencedTable());
    if (parent.isEmpty()) {
      if (context.foreignKeyChecks()) {
        throw new IllegalArgumentException(
            "foreign key '"
                + key.name()
                + "' refers to a table '"
                + key.referencedTable()
                + "', which is not there");
      }
      return;
    }
    checkParent(table, parent.get(), key);
  }

  private void checkParent(TableDefinition table, TableDefinition parent, ForeignKey key) {
    for (int i = 0; i < key.columns().size(); i++) {
      String column = key.referencedColumns().get(i);
      ColumnDefinition there = parent.column(column).orElseThrow(() -> lacks(parent, column, key));
      ColumnDefinition own = table.column(key.columns().get(i)).orElseThrow();
      if (!fits(own, there)) {
        throw new IllegalArgumentException(
            "foreign key '"
                + key.name()
                + "': column '"
                + own.name()
                + "' is "
                + described(own)
                + ", and column '"
                + there.name()
                + "' of table '"
                + parent.name()
                + "' "
                + described(there));
      }
    }
    boolean indexed =
        parent.indexes().stream()
            .anyMatch(index -> TableRules.begins(index, key.referencedColumns()));
    if (!indexed) {
      throw new IllegalArgumentException(
          "foreign key '"
              + key.name()
              + "' needs an index of table '"
              + parent.name()
              + "' that begins with "
              + key.referencedColumns());
    }
  }

  private static String described(ColumnDefinition column) {
    return column.type() + column.collation().map(name -> " (" + name + ")").orElse("");
  }

  /** Texts of one character set and collation may differ in length, other types in nothing. */
  private static boolean fits(ColumnDefinition one, ColumnDefinition other) {
    String base = TextType.base(one.type());
    boolean lengthMatters = !Set.of("char", "varchar", "binary", "varbinary").contains(base);
    String type = lengthMatters ? withoutWidth(one.type()) : kind(base);
    String with = lengthMatters ? withoutWidth(other.type()) : kind(TextType.base(other.type()));
    boolean known = one.collation().isPresent() && other.collation().isPresent();
    return type.equals(with) && (!known || one.collation().equals(other.collation()));
  }

  private static String kind(String base) {
    return base.startsWith("var") ? base.substring(3) : base;
  }

  private static String withoutWidth(String type) {
    return type.replaceAll("int\\(\\d+\\)", "int").replace(" zerofill", "");
  }

  private static IllegalArgumentException lacks(
      TableDefinition table, String column, ForeignKey key) {
    return new IllegalArgumentException(
        "foreign key '"
            + key.name()
            + "': table '"
            + table.name()
            + "' has no column '"
            + column
            + "'");
  }
}
