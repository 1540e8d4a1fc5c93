package dev.watershed.sql.definition;

import dev.watershed.sql.definition.TableElement.IndexType;
import dev.watershed.sql.definition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads CREATE, behind that word. */
final class CreateReader {

  private final TokenCursor cursor;
  private final TemporaryTables temporaries;
  private String algorithm = "UNDEFINED";
  private boolean invoker;
  private boolean replace;

  CreateReader(TokenCursor cursor, TemporaryTables temporaries) {
    this.cursor = cursor;
    this.temporaries = temporaries;
  }

  /** The definition; empty for what is no part of a catalog, such as users. */
  Optional<Definition> read() throws UnreadableDefinitionException {
    replace = cursor.takeIf("OR", "REPLACE");
    boolean temporary = cursor.takeIf("TEMPORARY");
    prefixes();
    Token object = cursor.take();
    switch (object.keyword()) {
      case "TABLE" -> {
        CreateTable table = table();
        if (temporary) {
          temporaries.add(table.name());
          return Optional.empty();
        }
        return Optional.of(table);
      }
      case "DATABASE", "SCHEMA" -> {
        return Optional.of(SchemaReader.create(cursor, replace));
      }
      case "VIEW" -> {
        return Optional.of(new ViewReader(cursor, algorithm, invoker, replace).read());
      }
      case "TRIGGER" -> {
        return Optional.of(ProgramReader.trigger(cursor, replace));
      }
      case "PROCEDURE" -> {
        return Optional.of(ProgramReader.routine(cursor, false, replace));
      }
      case "FUNCTION" -> {
        return ProgramReader.isLoadable(cursor)
            ? Optional.empty()
            : Optional.of(ProgramReader.routine(cursor, true, replace));
      }
      case "AGGREGATE" -> {
        cursor.require("FUNCTION");
        return ProgramReader.isLoadable(cursor)
            ? Optional.empty()
            : Optional.of(ProgramReader.routine(cursor, true, replace));
      }
      case "EVENT" -> {
        return Optional.of(ProgramReader.event(cursor, replace));
      }
      case "SEQUENCE" -> {
        return Optional.of(sequence());
      }
      case "UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR", "INDEX" -> {
        if (cursor.isAt("REFERENCE", "SYSTEM")) {
          return Optional.empty();
        }
        AlterTable table = index(object.keyword());
        return temporaries.contains(table.name()) ? Optional.empty() : Optional.of(table);
      }
      case "USER", "ROLE", "SERVER", "TABLESPACE", "UNDO", "LOGFILE", "RESOURCE" -> {
        return Optional.empty();
      }
      default ->
          throw new UnreadableDefinitionException(
              object.from(),
              "CREATE of " + object.described() + " is not known here; it was left out");
    }
  }

  /** ALGORITHM, DEFINER and SQL SECURITY, which stand before the kind. */
  private void prefixes() throws UnreadableDefinitionException {
    while (true) {
      if (cursor.takeIf("ALGORITHM")) {
        cursor.takeIf('=');
        algorithm = cursor.name("an algorithm").toUpperCase(Locale.ROOT);
      } else if (cursor.takeIf("DEFINER")) {
        cursor.takeIf('=');
        account(cursor);
      } else if (cursor.takeIf("SQL", "SECURITY")) {
        invoker = cursor.take().is("INVOKER");
      } else if (!cursor.takeIf("ONLINE")) {
        return;
      }
    }
  }

  static void account(TokenCursor cursor) throws UnreadableDefinitionException {
    cursor.wordOrString("an account");
    cursor.skipParentheses();
    if (cursor.takeIf('@')) {
      cursor.wordOrString("a host");
      // A host without quotes has dots and percent signs in it.
      while (cursor.isAt('.') || cursor.isAt('%') || cursor.peek(0).kind() == Kind.NUMBER) {
        cursor.take();
      }
    }
  }

  private CreateTable table() throws UnreadableDefinitionException {
    Existing existing = ProgramReader.existing(cursor, replace);
    QualifiedName name = cursor.qualifiedName("a table");
    boolean open = cursor.isAt('(') && cursor.peek(1).is("LIKE");
    if (open) {
      cursor.take();
    }
    if (cursor.takeIf("LIKE")) {
      QualifiedName like = cursor.qualifiedName("a table");
      return new CreateTable(
          name, existing, false, false, Optional.of(like), List.of(), TableOptions.NONE);
    }
    List<TableElement> elements = new ArrayList<>();
    if (cursor.isAt('(') && !cursor.peek(1).is("SELECT") && cursor.takeIf('(')) {
      do {
        elements.addAll(ElementReader.read(cursor));
      } while (cursor.takeIf(','));
      cursor.require(')');
    }
    TableOptions options = new TableOptionReader(cursor).readAll();
    boolean fromQuery = !cursor.atEnd();
    if (!fromQuery && elements.stream().noneMatch(TableElement.Column.class::isInstance)) {
      throw cursor.unexpected("a column of table '" + name.name() + "'");
    }
    return new CreateTable(name, existing, false, fromQuery, Optional.empty(), elements, options);
  }

  private CreateTable sequence() throws UnreadableDefinitionException {
    Existing existing = ProgramReader.existing(cursor, replace);
    QualifiedName name = cursor.qualifiedName("a sequence");
    Optional<String> engine = Optional.empty();
    while (!cursor.atEnd()) {
      if (cursor.takeIf("ENGINE")) {
        cursor.takeIf('=');
        engine = Optional.of(cursor.wordOrString("an engine"));
      } else {
        cursor.take();
      }
    }
    TableOptions none = TableOptions.NONE;
    return new CreateTable(
        name,
        existing,
        true,
        false,
        Optional.empty(),
        List.of(),
        new TableOptions(
            engine,
            none.rowFormat(),
            none.charset(),
            none.collation(),
            none.autoIncrement(),
            false,
            false,
            none.partitions()));
  }

  private AlterTable index(String word) throws UnreadableDefinitionException {
    boolean unique = word.equals("UNIQUE");
    boolean plain = unique || word.equals("INDEX");
    if (!word.equals("INDEX")) {
      cursor.require("INDEX");
    }
    IndexType type = plain ? IndexType.DEFAULT : IndexType.valueOf(word);
    return IndexReader.readCreate(cursor, unique, type, replace);
  }
}
