package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.CheckConstraint;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table as lines: {@code column}, {@code index} with its {@code part}s behind it, {@code
 * foreign_key} with its {@code reference}s, {@code check}, {@code partitioning} with its {@code
 * partition}s.
 */
final class TableText {

  static final String WORD = "table";

  private TableText() {}

  static void write(TableDefinition table, ObjectLines lines) {
    lines
        .add(WORD)
        .with("name", table.name())
        .with("kind", table.tableKind() == TableKind.BASE ? "" : table.tableKind().key())
        .with("engine", table.engine())
        .with("row_format", table.rowFormat())
        .with("collation", table.collation())
        .with("commented", table.commented());
    table.columns().forEach(column -> column(column, lines));
    table.indexes().forEach(index -> index(index, lines));
    table.foreignKeys().forEach(key -> foreignKey(key, lines));
    for (CheckConstraint check : table.checks()) {
      lines
          .add("check")
          .with("name", check.name())
          .with("expression", check.expression())
          .with("not_enforced", !check.enforced());
    }
    table.partitioning().ifPresent(how -> PartitioningText.write(how, lines));
  }

  private static void column(ColumnDefinition column, ObjectLines lines) {
    ObjectLine line =
        lines
            .add("column")
            .with("name", column.name())
            .with("type", column.type())
            .with("not_null", !column.nullable())
            .with("charset", column.charset())
            .with("collation", column.collation())
            .with("default", column.defaultValue())
            .with("updated_to_now", column.updatedToNow())
            .with("auto_increment", column.autoIncrement())
            .with("invisible", !column.visible())
            .with("commented", column.commented());
    column
        .generated()
        .ifPresent(
            value ->
                line.with("generated", Optional.of(value.expression()))
                    .with("stored", value.stored()));
  }

  private static void index(IndexDefinition index, ObjectLines lines) {
    lines
        .add("index")
        .with("name", index.name())
        .with("kind", index.kind() == IndexKind.BTREE ? "" : index.kind().key())
        .with("unique", index.unique())
        .with("invisible", !index.visible())
        .with("commented", index.commented());
    for (IndexPart part : index.parts()) {
      lines
          .add("part")
          .with("column", part.column())
          .with("expression", part.expression())
          .with("prefix", part.prefixLength())
          .with("descending", part.descending());
    }
  }

  private static void foreignKey(ForeignKey key, ObjectLines lines) {
    lines
        .add("foreign_key")
        .with("name", key.name())
        .with("schema", key.referencedSchema())
        .with("table", key.referencedTable())
        .with("on_update", key.onUpdate().key())
        .with("on_delete", key.onDelete().key());
    for (int i = 0; i < key.columns().size(); i++) {
      lines
          .add("reference")
          .with("column", key.columns().get(i))
          .with("referenced", key.referencedColumns().get(i));
    }
  }

  static TableDefinition read(ObjectLines lines) throws NewerObjectException {
    ObjectLine first = lines.first();
    List<ColumnDefinition> columns = new ArrayList<>();
    List<IndexDefinition> indexes = new ArrayList<>();
    List<ForeignKey> foreignKeys = new ArrayList<>();
    List<CheckConstraint> checks = new ArrayList<>();
    List<ObjectLine> rest = lines.rest();
    for (int i = 0; i < rest.size(); i++) {
      ObjectLine line = rest.get(i);
      switch (line.word()) {
        case "column" -> columns.add(column(line));
        case "index" -> indexes.add(index(line, following(rest, i, "part")));
        case "foreign_key" -> foreignKeys.add(foreignKey(line, following(rest, i, "reference")));
        case "check" ->
            checks.add(
                new CheckConstraint(
                    line.text("name"), line.text("expression"), !line.flag("not_enforced")));
        default -> {
          // A part of what stands before it, or something that a newer version added.
        }
      }
    }
    return new TableDefinition(
        first.text("name"),
        first.text("kind").isEmpty()
            ? TableKind.BASE
            : Keys.find(TableKind.values(), TableKind::key, first.text("kind")),
        first.optional("engine"),
        first.optional("row_format"),
        first.optional("collation"),
        first.flag("commented"),
        PartitioningText.read(rest),
        columns,
        indexes,
        foreignKeys,
        checks);
  }

  private static List<ObjectLine> following(List<ObjectLine> lines, int at, String word) {
    return lines.subList(at + 1, lines.size()).stream()
        .takeWhile(line -> line.word().equals(word))
        .toList();
  }

  private static ColumnDefinition column(ObjectLine line) {
    return new ColumnDefinition(
        line.text("name"),
        line.text("type"),
        !line.flag("not_null"),
        line.optional("charset"),
        line.optional("collation"),
        line.optional("default"),
        line.flag("updated_to_now"),
        line.flag("auto_increment"),
        line.optional("generated")
            .map(expression -> new GeneratedValue(expression, line.flag("stored"))),
        !line.flag("invisible"),
        line.flag("commented"));
  }

  private static IndexDefinition index(ObjectLine line, List<ObjectLine> parts)
      throws NewerObjectException {
    return new IndexDefinition(
        line.text("name"),
        line.flag("unique"),
        line.text("kind").isEmpty()
            ? IndexKind.BTREE
            : Keys.find(IndexKind.values(), IndexKind::key, line.text("kind")),
        !line.flag("invisible"),
        line.flag("commented"),
        parts.stream()
            .map(
                part ->
                    new IndexPart(
                        part.optional("column"),
                        part.optional("expression"),
                        part.number("prefix"),
                        part.flag("descending")))
            .toList());
  }

  private static ForeignKey foreignKey(ObjectLine line, List<ObjectLine> references)
      throws NewerObjectException {
    return new ForeignKey(
        line.text("name"),
        references.stream().map(reference -> reference.text("column")).toList(),
        line.optional("schema"),
        line.text("table"),
        references.stream().map(reference -> reference.text("referenced")).toList(),
        action(line.text("on_update")),
        action(line.text("on_delete")));
  }

  private static ReferentialAction action(String key) throws NewerObjectException {
    return Keys.find(ReferentialAction.values(), ReferentialAction::key, key);
  }
}
