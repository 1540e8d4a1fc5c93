package dev.watershed.collector.dump;

import dev.watershed.sql.definition.TableElement.Reference;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Gives foreign keys their names; engines that have none drop them. */
final class ForeignKeyResolver {

  private static final String GENERATED = "_ibfk_";

  private static final Set<String> WITH_FOREIGN_KEYS = Set.of("innodb", "ndb", "ndbcluster");

  private final TableDraft draft;
  private final String schema;
  private final PrimaryKeys primaryKeys;
  private final ReferentialAction unwritten;

  /** What other tables have for a primary key. */
  @FunctionalInterface
  interface PrimaryKeys {

    /** Its columns; empty if there is none. */
    List<String> of(String schema, String table);
  }

  /**
   * @param schema of the table
   */
  ForeignKeyResolver(
      TableDraft draft, String schema, PrimaryKeys primaryKeys, ServerVersion server) {
    this.draft = draft;
    this.schema = schema;
    this.primaryKeys = primaryKeys;
    this.unwritten = server.mariaDb() ? ReferentialAction.RESTRICT : ReferentialAction.NO_ACTION;
  }

  List<ForeignKey> resolve() {
    Optional<String> engine = draft.options().engine().map(name -> name.toLowerCase(Locale.ROOT));
    List<ForeignKey> keys = new ArrayList<>();
    if (engine.isPresent() && !WITH_FOREIGN_KEYS.contains(engine.get())) {
      return keys;
    }
    int unnamedBefore = highestNumber();
    for (Reference reference : draft.references()) {
      unnamedBefore += reference.name().isPresent() ? 0 : 1;
      String unnamed = draft.name() + GENERATED + unnamedBefore;
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
    return primaryKeys.of(other, reference.referenced().name());
  }

  /** Of the names that the server gave. */
  private int highestNumber() {
    String prefix = draft.name() + GENERATED;
    return draft.references().stream()
        .flatMap(reference -> reference.name().stream())
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .filter(number -> number.matches("\\d{1,9}"))
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  /** What the server says of one that is not written; both mean the same. */
  private ReferentialAction action(Optional<String> written) {
    return written
        .map(words -> ReferentialAction.valueOf(words.replace(' ', '_')))
        .orElse(unwritten);
  }
}
