package dev.watershed.analyzer.change;

import dev.watershed.analyzer.change.SchemaChange.IndexAdded;
import dev.watershed.analyzer.change.SchemaChange.IndexDropped;
import dev.watershed.analyzer.change.SchemaChange.IndexRenamed;
import dev.watershed.analyzer.change.SchemaChange.IndexVisibility;
import dev.watershed.analyzer.change.SchemaChange.PrimaryKeyChanged;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What becomes of the indexes of a table. */
final class IndexChanges {

  private final Function<String, ChangedTable> at;
  private final TableDefinition before;
  private final TableDefinition after;
  private final RenamedParts renamed;
  private final List<SchemaChange> changes = new ArrayList<>();

  /**
   * @param at the place of the clause that names a part
   */
  IndexChanges(
      Function<String, ChangedTable> at,
      TableDefinition before,
      TableDefinition after,
      RenamedParts renamed) {
    this.at = at;
    this.before = before;
    this.after = after;
    this.renamed = renamed;
  }

  List<SchemaChange> all() {
    primaryKey();
    Set<String> kept = new HashSet<>();
    for (IndexDefinition old : before.indexes()) {
      if (!old.primary()) {
        changed(old, kept);
      }
    }
    for (IndexDefinition index : after.indexes()) {
      if (!index.primary() && !kept.contains(index.name())) {
        changes.add(new IndexAdded(at.apply(index.name()), index));
      }
    }
    return changes;
  }

  private void primaryKey() {
    Optional<List<IndexPart>> was = before.primaryKey().map(this::parts);
    Optional<List<IndexPart>> is = after.primaryKey().map(IndexDefinition::parts);
    if (!was.equals(is)) {
      changes.add(
          new PrimaryKeyChanged(
              at.apply(IndexDefinition.PRIMARY), before.primaryKey(), after.primaryKey()));
    }
  }

  private void changed(IndexDefinition old, Set<String> kept) {
    Optional<IndexDefinition> is = find(renamed.index(old.name()));
    boolean same =
        is.isPresent()
            && is.get().parts().equals(parts(old))
            && is.get().unique() == old.unique()
            && is.get().kind() == old.kind();
    if (!same) {
      changes.add(new IndexDropped(at.apply(old.name()), old));
      return;
    }
    kept.add(is.get().name());
    if (!is.get().name().equals(old.name())) {
      changes.add(new IndexRenamed(at.apply(old.name()), old.name(), is.get().name()));
    }
    if (is.get().visible() != old.visible()) {
      changes.add(new IndexVisibility(at.apply(old.name()), is.get(), is.get().visible()));
    }
  }

  private Optional<IndexDefinition> find(String name) {
    return after.indexes().stream()
        .filter(index -> index.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** With the names of columns after the statement. */
  private List<IndexPart> parts(IndexDefinition index) {
    return index.parts().stream()
        .map(
            part ->
                new IndexPart(
                    part.column().map(this::spelled),
                    part.expression(),
                    part.prefixLength(),
                    part.descending()))
        .toList();
  }

  private String spelled(String column) {
    String name = renamed.column(column);
    return after.column(name).map(found -> found.name()).orElse(name);
  }
}
