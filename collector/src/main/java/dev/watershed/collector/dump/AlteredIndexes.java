package dev.watershed.collector.dump;

import dev.watershed.collector.dump.AlteredColumns.Altered;
import dev.watershed.sql.definition.AlterAction;
import dev.watershed.sql.definition.AlterAction.DropPart;
import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.AlterAction.Rename;
import dev.watershed.sql.definition.AlterAction.SetVisible;
import dev.watershed.sql.definition.TableElement.Column;
import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.IndexType;
import dev.watershed.sql.definition.TableElement.Part;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The indexes of a table that is altered. */
final class AlteredIndexes {

  private final String table;
  private final List<Index> indexes;

  AlteredIndexes(String table, List<Index> old) {
    this.table = table;
    this.indexes = new ArrayList<>(old);
  }

  List<Index> indexes() {
    return indexes;
  }

  /** The index of this name, {@code PRIMARY} for the primary key. */
  Optional<Index> named(String name) {
    return indexes.stream().filter(index -> name(index).equalsIgnoreCase(name)).findFirst();
  }

  void change(AlterAction action) {
    if (action instanceof DropPart drop && drop.kind() == Named.INDEX) {
      find(drop.name(), drop.ifExists()).ifPresent(indexes::remove);
    } else if (action instanceof Rename rename && rename.kind() == Named.INDEX) {
      find(rename.from(), rename.ifExists())
          .ifPresent(index -> replace(index, rename(index, rename)));
    } else if (action instanceof SetVisible change && change.kind() == Named.INDEX) {
      find(change.name(), change.ifExists())
          .ifPresent(index -> replace(index, visible(index, change.visible())));
    }
  }

  /**
   * Follows the columns: one that is dropped leaves its indexes, and an index without columns goes.
   *
   * @param keepsUnique whether the server refuses to take a column out of a unique index (MariaDB)
   */
  void follow(AlteredColumns columns, List<Column> old, boolean keepsUnique) {
    List<Index> followed = new ArrayList<>();
    for (Index index : indexes) {
      List<Part> parts = new ArrayList<>();
      for (Part part : index.parts()) {
        if (part.column().isEmpty()) {
          parts.add(part);
        } else {
          columns
              .ofBefore(part.column().get())
              .ifPresent(column -> parts.add(followed(part, column, old)));
        }
      }
      if (keepsUnique && index.unique() && !parts.isEmpty() && lost(index, parts).isPresent()) {
        throw new IllegalArgumentException(
            "column '"
                + lost(index, parts).get()
                + "' is a part of the unique index '"
                + name(index)
                + "' of table '"
                + table
                + "', and the server takes none out of one; drop the index first");
      }
      if (!parts.isEmpty()) {
        // MariaDB hashes an index because of its columns.
        boolean byColumns = keepsUnique && index.unique() && !index.primary();
        followed.add(with(byColumns ? rebuilt(index) : index, parts));
      }
    }
    indexes.clear();
    indexes.addAll(followed);
  }

  /** Another engine builds each index as it likes best. */
  void rebuild() {
    indexes.replaceAll(
        index ->
            index.type() == IndexType.BTREE || index.type() == IndexType.HASH
                ? rebuilt(index)
                : index);
  }

  private static Index rebuilt(Index index) {
    return new Index(
        index.name(),
        index.constraint(),
        index.primary(),
        index.unique(),
        IndexType.DEFAULT,
        index.visible(),
        index.commented(),
        index.parts());
  }

  private static Optional<String> lost(Index index, List<Part> parts) {
    return parts.size() == index.parts().size()
        ? Optional.empty()
        : index.parts().stream()
            .flatMap(part -> part.column().stream())
            .filter(
                column ->
                    parts.stream().noneMatch(part -> part.column().equals(Optional.of(column))))
            .findFirst();
  }

  /** A prefix that the new type cannot have is none any more. */
  private static Part followed(Part part, Altered column, List<Column> old) {
    OptionalInt prefix = part.prefixLength();
    String type = column.column().type().text();
    boolean same =
        old.stream()
            .anyMatch(before -> column.was(before.name()) && before.type().text().equals(type));
    if (prefix.isPresent() && !same) {
      OptionalLong length = TextType.length(type);
      boolean fits = length.isPresent() && length.getAsLong() > prefix.getAsInt();
      prefix = fits || TextType.isLong(type) ? prefix : OptionalInt.empty();
    }
    return new Part(
        Optional.of(column.column().name()), part.expression(), prefix, part.descending());
  }

  private Optional<Index> find(String name, boolean ifExists) {
    Optional<Index> found = named(name);
    if (found.isEmpty() && !ifExists) {
      throw new IllegalArgumentException("table '" + table + "' has no index '" + name + "'");
    }
    return found;
  }

  private void replace(Index old, Index changed) {
    indexes.set(indexes.indexOf(old), changed);
  }

  private Index rename(Index index, Rename rename) {
    boolean taken = named(rename.to()).isPresent() && !rename.from().equalsIgnoreCase(rename.to());
    if (taken) {
      throw new IllegalArgumentException(
          "table '" + table + "' has an index '" + rename.to() + "' already");
    }
    return new Index(
        Optional.of(rename.to()),
        Optional.empty(),
        index.primary(),
        index.unique(),
        index.type(),
        index.visible(),
        index.commented(),
        index.parts());
  }

  private Index visible(Index index, boolean visible) {
    if (index.primary()) {
      throw new IllegalArgumentException("a primary key cannot be invisible");
    }
    return new Index(
        index.name(),
        index.constraint(),
        false,
        index.unique(),
        index.type(),
        visible,
        index.commented(),
        index.parts());
  }

  private static Index with(Index index, List<Part> parts) {
    return new Index(
        index.name(),
        index.constraint(),
        index.primary(),
        index.unique(),
        index.type(),
        index.visible(),
        index.commented(),
        parts);
  }

  private static String name(Index index) {
    return index.primary()
        ? IndexDefinition.PRIMARY
        : index.name().or(index::constraint).orElse("");
  }
}
