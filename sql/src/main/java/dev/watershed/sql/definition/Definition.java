package dev.watershed.sql.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a statement of a script does to the catalog, as it is written. */
public sealed interface Definition
    permits AlterTable,
        CreateEvent,
        CreateRoutine,
        CreateTable,
        CreateTrigger,
        CreateView,
        Definition.DefineSchema,
        Definition.Drop {

  /**
   * CREATE or ALTER DATABASE.
   *
   * @param charset and collation as written
   */
  record DefineSchema(String name, Optional<String> charset, Optional<String> collation)
      implements Definition {

    public DefineSchema {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(charset, "charset");
      Objects.requireNonNull(collation, "collation");
    }
  }

  /** DROP of some objects. */
  record Drop(DroppedKind kind, List<QualifiedName> names) implements Definition {

    public Drop {
      Objects.requireNonNull(kind, "kind");
      names = List.copyOf(names);
    }
  }

  /** What is dropped. */
  enum DroppedKind {
    SCHEMA,
    TABLE,
    VIEW,
    TRIGGER,
    PROCEDURE,
    FUNCTION,
    EVENT
  }
}
