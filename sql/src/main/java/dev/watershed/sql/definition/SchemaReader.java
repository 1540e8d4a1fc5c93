package dev.watershed.sql.definition;

import dev.watershed.sql.definition.Definition.DefineSchema;
import java.util.Optional;

/** Reads CREATE and ALTER DATABASE, behind these words. */
final class SchemaReader {

  private SchemaReader() {}

  static DefineSchema create(TokenCursor cursor, boolean replace)
      throws UnreadableDefinitionException {
    Existing existing = ProgramReader.existing(cursor, replace);
    return options(cursor, cursor.name("a schema"), Optional.of(existing));
  }

  /**
   * ALTER, which may leave the name of the schema in use away.
   *
   * @param used the schema in use
   */
  static DefineSchema alter(TokenCursor cursor, Optional<String> used)
      throws UnreadableDefinitionException {
    boolean unnamed =
        cursor.isAt("DEFAULT")
            || cursor.isAt("CHARACTER", "SET")
            || cursor.isAt("CHARSET")
            || cursor.isAt("COLLATE");
    String name = unnamed && used.isPresent() ? used.get() : cursor.name("a schema");
    return options(cursor, name, Optional.empty());
  }

  private static DefineSchema options(TokenCursor cursor, String name, Optional<Existing> existing)
      throws UnreadableDefinitionException {
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
    return new DefineSchema(name, existing, charset, collation);
  }
}
