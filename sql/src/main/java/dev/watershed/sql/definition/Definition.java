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
        Definition.ChangeData,
        Definition.DefineSchema,
        Definition.Drop,
        Definition.RenameTables,
        Definition.Truncate {

  /**
   * CREATE or ALTER DATABASE.
   *
   * @param existing empty for ALTER
   * @param charset and collation as written
   */
  record DefineSchema(
      String name,
      Optional<Existing> existing,
      Optional<String> charset,
      Optional<String> collation)
      implements Definition {

    public DefineSchema {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(existing, "existing");
      Objects.requireNonNull(charset, "charset");
      Objects.requireNonNull(collation, "collation");
    }
  }

  /** DROP of some objects. */
  record Drop(DroppedKind kind, List<QualifiedName> names, boolean ifExists) implements Definition {

    public Drop {
      Objects.requireNonNull(kind, "kind");
      names = List.copyOf(names);
    }
  }

  /** RENAME TABLE: one after the other. */
  record RenameTables(List<Renaming> renamings) implements Definition {

    public RenameTables {
      renamings = List.copyOf(renamings);
    }
  }

  /** A table gets another name. */
  record Renaming(QualifiedName from, QualifiedName to) {

    public Renaming {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** TRUNCATE TABLE. */
  record Truncate(QualifiedName name) implements Definition {

    public Truncate {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * A statement that changes rows.
   *
   * @param verb its first word, in capitals; of one that begins with WITH, the word behind that
   * @param table the first that it names, whose rows it changes; empty if none is read
   * @param text as the policy for literals says
   */
  record ChangeData(String verb, Optional<QualifiedName> table, String text) implements Definition {

    public ChangeData {
      Objects.requireNonNull(verb, "verb");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(text, "text");
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
