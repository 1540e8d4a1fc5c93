package dev.watershed.collector.dump;

import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.Reference;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives foreign keys their names; engines that have none drop them. */
final class ForeignKeyResolver {

  private static final Set<String> WITH_FOREIGN_KEYS = Set.of("innodb", "ndb", "ndbcluster");

  private final TableDraft draft;
  private final String schema;
  private final Map<String, SchemaDraft> schemas;
  private final ReferentialAction unwritten;

  /**
   * @param schema of the table
   * @param schemas all that are defined
   */
  ForeignKeyResolver(
      TableDraft draft, String schema, Map<String, SchemaDraft> schemas, ServerVersion server) {
    this.draft = draft;
    this.schema = schema;
    this.schemas = schemas;
    this.unwritten = server.mariaDb() ? ReferentialAction.RESTRICT : ReferentialAction.NO_ACTION;
  }

  List<ForeignKey> resolve() {
    Optional<String> engine = draft.options().engine().map(name -> name.toLowerCase(Locale.ROOT));
    List<ForeignKey> keys = new ArrayList<>();
    if (engine.isPresent() && !WITH_FOREIGN_KEYS.contains(engine.get())) {
      return keys;
    }
    for (Reference reference : draft.references()) {
      String unnamed = draft.name() + "_ibfk_" + (keys.size() + 1);
      keys.add(
          new ForeignKey(
              reference.name().orElse(unnamed),
              reference.columns(),
              reference.referenced().schema().filter(other -> !other.equals(schema)),
              reference.referenced().name(),
              referencedColumns(reference),
              action(reference.onUpdate()),
              action(reference.onDelete())));
    }
    return keys;
  }

  /** Those of the primary key, where none is written. */
  private List<String> referencedColumns(Reference reference) {
    if (!reference.referencedColumns().isEmpty()) {
      return reference.referencedColumns();
    }
    String other = reference.referenced().schema().orElse(schema);
    return Optional.ofNullable(schemas.get(other))
        .map(found -> found.tables().get(reference.referenced().name()))
        .stream()
        .flatMap(table -> table.indexes().stream())
        .filter(Index::primary)
        .flatMap(index -> index.parts().stream())
        .flatMap(part -> part.column().stream())
        .toList();
  }

  /** What the server says of one that is not written; both mean the same. */
  private ReferentialAction action(Optional<String> written) {
    return written
        .map(words -> ReferentialAction.valueOf(words.replace(' ', '_')))
        .orElse(unwritten);
  }
}
