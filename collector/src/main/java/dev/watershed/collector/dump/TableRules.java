package dev.watershed.collector.dump;

import dev.watershed.collector.dump.AlteredColumns.Altered;
import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.IndexType;
import dev.watershed.sql.definition.TableElement.Part;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a server refuses in the definition of one table. */
final class TableRules {

  private final TableContext context;

  TableRules(TableContext context) {
    this.context = context;
  }

  /** Indexes that foreign keys need stay: the server makes none for those that are there. */
  void requireIndexes(TableDefinition before, TableDraft draft, AlteredColumns columns) {
    Set<String> kept = new HashSet<>();
    draft.references().forEach(reference -> reference.name().ifPresent(kept::add));
    for (ForeignKey key : before.foreignKeys()) {
      List<String> names = renamed(key.columns(), columns);
      boolean had = before.indexes().stream().anyMatch(index -> begins(index, key.columns()));
      if (kept.contains(key.name()) && had && !hasIndex(draft, names)) {
        throw neededIndex(before, key.name());
      }
    }
    for (TableContext.Referring other :
        context.tables().referringTo(context.schema(), before.name())) {
      List<String> names = renamed(other.key().referencedColumns(), columns);
      boolean self = other.schema().equals(context.schema()) && other.table().equals(before.name());
      boolean own = self && !kept.contains(other.key().name());
      boolean had =
          before.indexes().stream()
              .anyMatch(index -> begins(index, other.key().referencedColumns()));
      if (!own && had && !hasIndex(draft, names)) {
        throw neededIndex(before, other.key().name());
      }
    }
  }

  /** Two indexes of a table have two names, whatever their letter case. */
  static void requireNames(TableDraft draft) {
    Set<String> names = new HashSet<>();
    for (Index index : draft.indexes()) {
      if (index.primary() && !names.add(IndexDefinition.PRIMARY)) {
        throw new IllegalArgumentException(
            "table '" + draft.name() + "' has a primary key already");
      }
      Optional<String> name =
          index.primary() ? Optional.empty() : index.name().or(index::constraint);
      if (name.isPresent() && !names.add(Columns.folded(name.get()))) {
        throw new IllegalArgumentException(
            "table '" + draft.name() + "' has an index '" + name.get() + "' already");
      }
    }
  }

  /** The rules for every table. */
  void check(TableDefinition after) {
    for (IndexDefinition index : after.indexes()) {
      index.parts().forEach(part -> check(after, index, part));
    }
    autoIncrement(after);
    after.partitioning().ifPresent(how -> partitioned(after, how));
    for (ColumnDefinition column : after.columns()) {
      after.checks().stream()
          .filter(check -> column.autoIncrement())
          .filter(check -> Mentions.of(check.expression(), column.name()))
          .findFirst()
          .ifPresent(
              check -> {
                throw new IllegalArgumentException(
                    "the check '"
                        + check.name()
                        + "' cannot use the AUTO_INCREMENT column '"
                        + column.name()
                        + "'");
              });
    }
  }

  private void check(TableDefinition table, IndexDefinition index, IndexPart part) {
    if (part.column().isEmpty()) {
      return;
    }
    ColumnDefinition column =
        table
            .column(part.column().get())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "index '"
                            + index.name()
                            + "': table '"
                            + table.name()
                            + "' has no column '"
                            + part.column().get()
                            + "'"));
    boolean whole = part.prefixLength().isEmpty();
    if (!whole && !TextType.holds(column.type(), part.prefixLength().getAsInt())) {
      throw new IllegalArgumentException(
          "index '"
              + index.name()
              + "': column '"
              + column.name()
              + "' of type "
              + column.type()
              + " has no prefix of "
              + part.prefixLength().getAsInt());
    }
    boolean hashed = context.server().mariaDb() && !index.primary();
    if (whole && TextType.isLong(column.type()) && index.kind() != IndexKind.FULLTEXT && !hashed) {
      throw new IllegalArgumentException(
          "index '"
              + index.name()
              + "' needs a length for column '"
              + column.name()
              + "' of type "
              + column.type());
    }
  }

  /** Rows are found in one partition by each unique index, and by no foreign key. */
  private static void partitioned(TableDefinition table, Partitioning how) {
    if (!table.foreignKeys().isEmpty()) {
      throw new IllegalArgumentException(
          "table '" + table.name() + "' has foreign keys, and a partitioned table cannot");
    }
    for (ColumnDefinition column : table.columns()) {
      if (!Mentions.of(how.expression(), column.name())) {
        continue;
      }
      for (IndexDefinition index : table.indexes()) {
        boolean has =
            index.parts().stream()
                .anyMatch(part -> column.name().equalsIgnoreCase(part.column().orElse("")));
        if (index.unique() && !has) {
          throw new IllegalArgumentException(
              "the unique index '"
                  + index.name()
                  + "' lacks column '"
                  + column.name()
                  + "', by which table '"
                  + table.name()
                  + "' is partitioned");
        }
      }
    }
  }

  private static void autoIncrement(TableDefinition table) {
    List<ColumnDefinition> counting =
        table.columns().stream().filter(ColumnDefinition::autoIncrement).toList();
    boolean unindexed =
        counting.stream()
            .anyMatch(
                column ->
                    table.indexes().stream()
                        .noneMatch(index -> begins(index, List.of(column.name()))));
    if (counting.size() > 1 || unindexed) {
      throw new IllegalArgumentException(
          "table '"
              + table.name()
              + "' can have one AUTO_INCREMENT column only, and an index has to begin with it");
    }
  }

  static boolean begins(IndexDefinition index, List<String> columns) {
    if (index.kind() == IndexKind.FULLTEXT || index.parts().size() < columns.size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      IndexPart part = index.parts().get(i);
      if (part.prefixLength().isPresent()
          || !part.column().orElse("").equalsIgnoreCase(columns.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasIndex(TableDraft draft, List<String> columns) {
    for (Index index : draft.indexes()) {
      boolean begins = index.type() != IndexType.FULLTEXT && index.parts().size() >= columns.size();
      for (int i = 0; begins && i < columns.size(); i++) {
        Part part = index.parts().get(i);
        begins =
            part.prefixLength().isEmpty()
                && part.column().orElse("").equalsIgnoreCase(columns.get(i));
      }
      if (begins) {
        return true;
      }
    }
    return false;
  }

  private static List<String> renamed(List<String> names, AlteredColumns columns) {
    List<String> renamed = new ArrayList<>();
    for (String name : names) {
      Optional<Altered> after = columns.ofBefore(name);
      renamed.add(after.map(column -> column.column().name()).orElse(name));
    }
    return renamed;
  }

  private static IllegalArgumentException neededIndex(TableDefinition table, String key) {
    return new IllegalArgumentException(
        "table '"
            + table.name()
            + "' would lack an index that the foreign key '"
            + key
            + "' needs; add another one in its place, or drop the foreign key first");
  }
}
