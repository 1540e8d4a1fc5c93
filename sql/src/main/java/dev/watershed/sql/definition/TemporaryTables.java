package dev.watershed.sql.definition;

import dev.watershed.sql.definition.AlterAction.RenameTable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The temporary tables of a script: what is done to them concerns no catalog. */
final class TemporaryTables {

  private final Set<QualifiedName> names = new HashSet<>();
  private Optional<String> used = Optional.empty();

  /** The schema in use from here on. */
  void use(Optional<String> schema) {
    used = schema;
  }

  void add(QualifiedName name) {
    names.add(qualified(name));
  }

  boolean contains(QualifiedName name) {
    return !names.isEmpty() && names.contains(qualified(name));
  }

  /** Whether the altered table is one, which then has the name that it is given. */
  boolean alter(AlterTable table) {
    if (!contains(table.name())) {
      return false;
    }
    for (LocatedAction action : table.actions()) {
      if (action.action() instanceof RenameTable renaming) {
        remove(table.name());
        add(renaming.to());
      }
    }
    return true;
  }

  /** Whether it was one. */
  boolean remove(QualifiedName name) {
    return !names.isEmpty() && names.remove(qualified(name));
  }

  private QualifiedName qualified(QualifiedName name) {
    return new QualifiedName(name.schema().or(() -> used), name.name());
  }
}
