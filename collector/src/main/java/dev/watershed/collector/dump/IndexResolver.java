package dev.watershed.collector.dump;

import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.IndexType;
import dev.watershed.sql.definition.TableElement.Reference;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gives the indexes of a table their names and kinds, and foreign keys theirs. */
final class IndexResolver {

  /** Engines whose indexes are hashes unless told otherwise. */
  private static final Set<String> HASHING = Set.of("memory", "heap");

  private static final String INNODB = "innodb";
  private static final String FUNCTIONAL = "functional_index";

  private final TableDraft draft;
  private final ServerVersion server;
  private final Set<String> taken = new HashSet<>();

  IndexResolver(TableDraft draft, ServerVersion server) {
    this.draft = draft;
    this.server = server;
  }

  List<IndexDefinition> resolve() {
    for (Index index : draft.indexes()) {
      index.name().or(index::constraint).map(IndexResolver::folded).ifPresent(taken::add);
    }
    List<IndexDefinition> resolved = new ArrayList<>();
    for (Index index : draft.indexes()) {
      resolved.add(
          new IndexDefinition(
              name(index),
              index.unique(),
              kind(index),
              index.visible(),
              index.commented(),
              index.parts().stream()
                  .map(
                      part ->
                          new IndexPart(
                              part.column(),
                              part.expression(),
                              part.prefixLength(),
                              part.descending()))
                  .toList()));
    }
    return resolved;
  }

  /** An index of the referring columns, where none begins with them. */
  void addForForeignKeys(List<ForeignKey> keys, List<IndexDefinition> indexes) {
    for (int i = 0; i < keys.size(); i++) {
      ForeignKey key = keys.get(i);
      if (indexes.stream().noneMatch(index -> TableRules.begins(index, key.columns()))) {
        Reference reference = draft.references().get(i);
        String wanted = reference.name().or(reference::index).orElse(key.columns().get(0));
        String name = TableResolver.freeName(wanted, taken);
        List<IndexPart> parts = key.columns().stream().map(IndexPart::ofColumn).toList();
        indexes.add(new IndexDefinition(name, false, IndexKind.BTREE, true, false, parts));
      }
    }
  }

  private String name(Index index) {
    if (index.primary()) {
      return IndexDefinition.PRIMARY;
    }
    return index
        .name()
        .or(index::constraint)
        .orElseGet(
            () -> TableResolver.freeName(index.parts().get(0).column().orElse(FUNCTIONAL), taken));
  }

  private IndexKind kind(Index index) {
    String engine = folded(draft.options().engine().orElse(INNODB));
    boolean hashes = HASHING.contains(engine);
    return switch (index.type()) {
      case FULLTEXT -> IndexKind.FULLTEXT;
      case SPATIAL -> IndexKind.SPATIAL;
      case VECTOR -> IndexKind.VECTOR;
      case BTREE -> IndexKind.BTREE;
      case HASH -> hashes || longUnique(index) ? IndexKind.HASH : IndexKind.BTREE;
      case DEFAULT -> hashes || longText(index) ? IndexKind.HASH : IndexKind.BTREE;
    };
  }

  /** MariaDB hashes what is too long for a unique index. */
  private boolean longText(Index index) {
    return server.mariaDb()
        && index.unique()
        && !index.primary()
        && index.parts().stream()
            .filter(part -> part.prefixLength().isEmpty())
            .anyMatch(
                part ->
                    draft.columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase(part.column().orElse("")))
                        .anyMatch(column -> TextType.isLong(column.type().text())));
  }

  /** MariaDB makes unique indexes of texts without a prefix as hashes; MySQL has none. */
  private boolean longUnique(Index index) {
    return server.mariaDb() && index.unique() && index.type() == IndexType.HASH;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
