package dev.watershed.sql.definition;

import dev.watershed.sql.definition.Definition.DefineSchema;
import dev.watershed.sql.definition.TableElement.IndexType;
import dev.watershed.sql.definition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads CREATE, behind that word. */
final class CreateReader {

  private final TokenCursor cursor;
  private String algorithm = "UNDEFINED";
  private boolean invoker;

  CreateReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** The definition; empty for what is no part of a catalog, such as users. */
  Optional<Definition> read() throws UnreadableDefinitionException {
    cursor.takeIf("OR", "REPLACE");
    boolean temporary = cursor.takeIf("TEMPORARY");
    prefixes();
    Token object = cursor.take();
    switch (object.keyword()) {
      case "TABLE" -> {
        CreateTable table = table();
        return temporary ? Optional.empty() : Optional.of(table);
      }
      case "DATABASE", "SCHEMA" -> {
        return Optional.of(schema());
      }
      case "VIEW" -> {
        return Optional.of(new ViewReader(cursor, algorithm, invoker).read());
      }
      case "TRIGGER" -> {
        return Optional.of(ProgramReader.trigger(cursor));
      }
      case "PROCEDURE" -> {
        return Optional.of(ProgramReader.routine(cursor, false));
      }
      case "FUNCTION" -> {
        return ProgramReader.isLoadable(cursor)
            ? Optional.empty()
            : Optional.of(ProgramReader.routine(cursor, true));
      }
      case "AGGREGATE" -> {
        cursor.require("FUNCTION");
        return ProgramReader.isLoadable(cursor)
            ? Optional.empty()
            : Optional.of(ProgramReader.routine(cursor, true));
      }
      case "EVENT" -> {
        return Optional.of(ProgramReader.event(cursor));
      }
      case "SEQUENCE" -> {
        return Optional.of(sequence());
      }
      case "UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR", "INDEX" -> {
        if (cursor.isAt("REFERENCE", "SYSTEM")) {
          return Optional.empty();
        }
        return Optional.of(index(object.keyword()));
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
        account();
      } else if (cursor.takeIf("SQL", "SECURITY")) {
        invoker = cursor.take().is("INVOKER");
      } else if (!cursor.takeIf("ONLINE")) {
        return;
      }
    }
  }

  private void account() throws UnreadableDefinitionException {
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
    cursor.takeIf("IF", "NOT", "EXISTS");
    QualifiedName name = cursor.qualifiedName("a table");
    boolean open = cursor.isAt('(') && cursor.peek(1).is("LIKE");
    if (open) {
      cursor.take();
    }
    if (cursor.takeIf("LIKE")) {
      QualifiedName like = cursor.qualifiedName("a table");
      return new CreateTable(name, false, Optional.of(like), List.of(), TableOptions.NONE);
    }
    List<TableElement> elements = new ArrayList<>();
    if (cursor.takeIf('(')) {
      do {
        elements.addAll(ElementReader.read(cursor));
      } while (cursor.takeIf(','));
      cursor.require(')');
    }
    TableOptions options = new TableOptionReader(cursor).readAll();
    if (!cursor.atEnd()) {
      throw new UnreadableDefinitionException(
          cursor.peek(0).from(),
          "the columns of table '" + name.name() + "' come from a query, which nobody ran here");
    }
    if (elements.stream().noneMatch(TableElement.Column.class::isInstance)) {
      throw cursor.unexpected("a column of table '" + name.name() + "'");
    }
    return new CreateTable(name, false, Optional.empty(), elements, options);
  }

  private CreateTable sequence() throws UnreadableDefinitionException {
    cursor.takeIf("IF", "NOT", "EXISTS");
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
        true,
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
    return IndexReader.readCreate(cursor, unique, type);
  }

  private DefineSchema schema() throws UnreadableDefinitionException {
    cursor.takeIf("IF", "NOT", "EXISTS");
    return schema(cursor, cursor.name("a schema"));
  }

  /** The options of CREATE and ALTER DATABASE. */
  static DefineSchema schema(TokenCursor cursor, String name) throws UnreadableDefinitionException {
    Optional<String> charset = Optional.empty();
    Optional<String> collation = Optional.empty();
    while (!cursor.atEnd()) {
      cursor.takeIf("DEFAULT");
      if (cursor.takeIf("CHARACTER", "SET") || cursor.takeIf("CHARSET")) {
        cursor.takeIf('=');
        charset = Optional.of(cursor.wordOrString("a character set"));
      } else if (cursor.takeIf("COLLATE")) {
        cursor.takeIf('=');
        collation = Optional.of(cursor.wordOrString("a collation"));
      } else if (cursor.isAt("ENCRYPTION")
          || cursor.isAt("COMMENT")
          || cursor.isAt("READ", "ONLY")) {
        cursor.takeIf("READ");
        cursor.take();
        cursor.takeIf('=');
        cursor.take();
      } else {
        throw cursor.unexpected("an option of schema '" + name + "'");
      }
    }
    return new DefineSchema(name, charset, collation);
  }
}
