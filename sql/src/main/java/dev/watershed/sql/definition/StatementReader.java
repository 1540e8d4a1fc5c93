package dev.watershed.sql.definition;

import dev.watershed.sql.definition.AlterAction.DropPart;
import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.Definition.Drop;
import dev.watershed.sql.definition.Definition.DroppedKind;
import dev.watershed.sql.definition.Definition.RenameTables;
import dev.watershed.sql.definition.Definition.Renaming;
import dev.watershed.sql.definition.Definition.Truncate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads ALTER, DROP, RENAME and TRUNCATE, behind that word. */
final class StatementReader {

  private final TokenCursor cursor;
  private final TemporaryTables temporaries;
  private final Optional<String> used;
  private String algorithm = "UNDEFINED";
  private boolean invoker;

  /**
   * @param used the schema in use
   */
  StatementReader(TokenCursor cursor, TemporaryTables temporaries, Optional<String> used) {
    this.cursor = cursor;
    this.temporaries = temporaries;
    this.used = used;
  }

  /** Empty for what is no part of a catalog. */
  Optional<Definition> alter() throws UnreadableDefinitionException {
    boolean prefixed = takePrefixes();
    Token object = cursor.take();
    switch (object.keyword()) {
      case "TABLE" -> {
        AlterTable table = new AlterReader(cursor).read();
        return temporaries.alter(table) ? Optional.empty() : Optional.of(table);
      }
      case "DATABASE", "SCHEMA" -> {
        return Optional.of(SchemaReader.alter(cursor, used));
      }
      case "VIEW" -> {
        return Optional.of(new ViewReader(cursor, algorithm, invoker, true).read());
      }
      case "USER", "ROLE", "SERVER", "INSTANCE", "TABLESPACE", "UNDO", "LOGFILE", "RESOURCE" -> {
        return Optional.empty();
      }
      default ->
          throw new UnreadableDefinitionException(
              object.from(),
              (prefixed ? "expected VIEW, not " : "ALTER of ")
                  + object.described()
                  + (prefixed ? "" : " is not known here; it was left out"));
    }
  }

  /** Those of tables and of views. */
  private boolean takePrefixes() throws UnreadableDefinitionException {
    cursor.takeIf("ONLINE");
    cursor.takeIf("IGNORE");
    boolean any = false;
    while (true) {
      if (cursor.takeIf("ALGORITHM")) {
        cursor.takeIf('=');
        algorithm = cursor.name("an algorithm").toUpperCase(Locale.ROOT);
      } else if (cursor.takeIf("DEFINER")) {
        cursor.takeIf('=');
        CreateReader.account(cursor);
      } else if (cursor.takeIf("SQL", "SECURITY")) {
        invoker = cursor.take().is("INVOKER");
      } else {
        return any;
      }
      any = true;
    }
  }

  /** Empty for what is no part of a catalog. */
  Optional<Definition> drop() throws UnreadableDefinitionException {
    boolean temporary = cursor.takeIf("TEMPORARY");
    cursor.takeIf("ONLINE");
    Token object = cursor.take();
    Optional<DroppedKind> kind =
        switch (object.keyword()) {
          case "DATABASE", "SCHEMA" -> Optional.of(DroppedKind.SCHEMA);
          case "TABLE", "TABLES", "SEQUENCE" -> Optional.of(DroppedKind.TABLE);
          case "VIEW" -> Optional.of(DroppedKind.VIEW);
          case "TRIGGER" -> Optional.of(DroppedKind.TRIGGER);
          case "PROCEDURE" -> Optional.of(DroppedKind.PROCEDURE);
          case "FUNCTION" -> Optional.of(DroppedKind.FUNCTION);
          case "EVENT" -> Optional.of(DroppedKind.EVENT);
          default -> Optional.empty();
        };
    if (object.is("INDEX")) {
      return index();
    }
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    boolean ifExists = cursor.takeIf("IF", "EXISTS");
    List<QualifiedName> names = new ArrayList<>();
    do {
      QualifiedName name = cursor.qualifiedName("a name");
      boolean gone = kind.get() == DroppedKind.TABLE && temporaries.remove(name);
      if (!gone && !temporary) {
        names.add(name);
      }
    } while (cursor.takeIf(','));
    endOfDrop();
    return names.isEmpty() ? Optional.empty() : Optional.of(new Drop(kind.get(), names, ifExists));
  }

  private void endOfDrop() throws UnreadableDefinitionException {
    if (!cursor.takeIf("RESTRICT")) {
      cursor.takeIf("CASCADE");
    }
    new AlterClauses(cursor).takeWait();
    if (!cursor.atEnd()) {
      throw cursor.unexpected("',' or the end of the statement");
    }
  }

  private Optional<Definition> index() throws UnreadableDefinitionException {
    ScriptPlace place = cursor.place();
    boolean ifExists = cursor.takeIf("IF", "EXISTS");
    String index = cursor.name("an index");
    cursor.require("ON");
    QualifiedName table = cursor.qualifiedName("a table");
    AlterClauses clauses = new AlterClauses(cursor);
    clauses.takeAll();
    if (temporaries.contains(table)) {
      return Optional.empty();
    }
    DropPart drop = new DropPart(Named.INDEX, index, ifExists);
    return Optional.of(
        new AlterTable(
            table,
            false,
            List.of(new LocatedAction(drop, place)),
            clauses.algorithm(),
            clauses.lock()));
  }

  /** Empty for accounts. */
  Optional<Definition> rename() throws UnreadableDefinitionException {
    if (cursor.takeIf("USER")) {
      return Optional.empty();
    }
    if (!cursor.takeIf("TABLES")) {
      cursor.require("TABLE");
    }
    cursor.takeIf("IF", "EXISTS");
    List<Renaming> renamings = new ArrayList<>();
    do {
      QualifiedName from = cursor.qualifiedName("a table");
      new AlterClauses(cursor).takeWait();
      cursor.require("TO");
      renamings.add(new Renaming(from, cursor.qualifiedName("a table")));
    } while (cursor.takeIf(','));
    if (!cursor.atEnd()) {
      throw cursor.unexpected("',' or the end of the statement");
    }
    return Optional.of(new RenameTables(renamings));
  }

  Optional<Definition> truncate() throws UnreadableDefinitionException {
    cursor.takeIf("TABLE");
    QualifiedName name = cursor.qualifiedName("a table");
    new AlterClauses(cursor).takeWait();
    if (!cursor.atEnd()) {
      throw cursor.unexpected("the end of the statement");
    }
    return temporaries.contains(name) ? Optional.empty() : Optional.of(new Truncate(name));
  }
}
