package dev.watershed.sql.definition;

import dev.watershed.sql.definition.Token.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a type and writes it as the server does ({@code COLUMN_TYPE}; MySQL 9.7 Reference Manual,
 * "Data Types", and "Using Data Types from Other Database Engines"). Widths of integers stay as
 * they are written: servers differ in whether they keep them.
 */
final class TypeReader {

  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("integer", "int"),
          Map.entry("int1", "tinyint"),
          Map.entry("int2", "smallint"),
          Map.entry("int3", "mediumint"),
          Map.entry("middleint", "mediumint"),
          Map.entry("int4", "int"),
          Map.entry("int8", "bigint"),
          Map.entry("dec", "decimal"),
          Map.entry("numeric", "decimal"),
          Map.entry("fixed", "decimal"),
          Map.entry("number", "decimal"),
          Map.entry("float4", "float"),
          Map.entry("float8", "double"),
          Map.entry("real", "double"),
          Map.entry("character", "char"),
          Map.entry("nchar", "char"),
          Map.entry("nvarchar", "varchar"),
          Map.entry("varcharacter", "varchar"),
          Map.entry("varchar2", "varchar"),
          Map.entry("clob", "longtext"),
          Map.entry("geometrycollection", "geomcollection"));

  private static final Set<String> TEXTUAL =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

  private static final Map<String, String> BINARY_OF =
      Map.of(
          "char", "binary",
          "varchar", "varbinary",
          "tinytext", "tinyblob",
          "text", "blob",
          "mediumtext", "mediumblob",
          "longtext", "longblob");

  private static final Map<String, String> DEFAULT_LENGTH =
      Map.of("char", "(1)", "binary", "(1)", "bit", "(1)", "decimal", "(10,0)", "vector", "(2048)");

  private static final Map<String, Integer> INTEGER_WIDTH =
      Map.of("tinyint", 3, "smallint", 5, "mediumint", 8, "int", 10, "bigint", 20);

  private static final String NATIONAL_CHARSET = "utf8mb3";
  private static final String BINARY_CHARSET = "binary";
  private static final int FLOAT_DIGITS = 24;

  private final TokenCursor cursor;
  private String base = "";
  private String length = "";
  private boolean unsigned;
  private boolean zerofill;
  private boolean binaryCollation;
  private Optional<String> charset = Optional.empty();

  private TypeReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  static DataType read(TokenCursor cursor) throws UnreadableDefinitionException {
    return new TypeReader(cursor).read();
  }

  private DataType read() throws UnreadableDefinitionException {
    if (cursor.peek(0).kind() != Kind.WORD) {
      throw cursor.unexpected("a type");
    }
    if (cursor.takeIf("SERIAL")) {
      return new DataType("bigint unsigned", false, Optional.empty(), false, true);
    }
    base();
    length();
    attributes();
    if (charset.filter(name -> name.equalsIgnoreCase(BINARY_CHARSET)).isPresent()
        && BINARY_OF.containsKey(base)) {
      base = BINARY_OF.get(base);
      charset = Optional.empty();
    }
    boolean textual = TEXTUAL.contains(base);
    return new DataType(
        base + length + (unsigned || zerofill ? " unsigned" : "") + (zerofill ? " zerofill" : ""),
        textual,
        textual ? charset : Optional.empty(),
        textual && binaryCollation,
        false);
  }

  private void base() {
    boolean national = cursor.takeIf("NATIONAL");
    String word = cursor.take().text().toLowerCase(Locale.ROOT);
    national |= word.equals("nchar") || word.equals("nvarchar");
    if (word.equals("long")) {
      longText();
    } else if (word.equals("bool") || word.equals("boolean")) {
      base = "tinyint";
      length = "(1)";
    } else {
      base = SYNONYMS.getOrDefault(word, word);
      if (base.equals("double")) {
        cursor.takeIf("PRECISION");
      }
      if (base.equals("char") && (cursor.takeIf("VARYING") || cursor.takeIf("VARCHAR"))) {
        base = "varchar";
      }
    }
    if (national) {
      charset = Optional.of(NATIONAL_CHARSET);
    }
  }

  /** LONG is MEDIUMTEXT, for Oracle's sake. */
  private void longText() {
    base = cursor.takeIf("VARBINARY") ? "mediumblob" : "mediumtext";
    if (cursor.takeIf("CHAR") || cursor.takeIf("CHARACTER")) {
      cursor.takeIf("VARYING");
    } else if (!cursor.takeIf("VARCHAR")) {
      cursor.takeIf("VARCHARACTER");
    }
  }

  private void length() throws UnreadableDefinitionException {
    if (!cursor.isAt('(')) {
      length = length.isEmpty() ? DEFAULT_LENGTH.getOrDefault(base, "") : length;
      return;
    }
    if (base.equals("enum") || base.equals("set")) {
      length = members();
      return;
    }
    StringBuilder text = new StringBuilder("(");
    cursor.take();
    text.append(cursor.number("a length"));
    while (cursor.takeIf(',')) {
      text.append(',').append(cursor.number("a number of digits"));
    }
    cursor.require(')');
    length = text.append(')').toString();
    normalizeLength();
  }

  private void normalizeLength() {
    boolean one = length.indexOf(',') < 0;
    switch (base) {
      case "decimal" -> length = one ? length.replace(")", ",0)") : length;
      case "year" -> length = "";
      case "float" -> {
        if (one) {
          int digits = Integer.parseInt(length, 1, length.length() - 1, 10);
          base = digits > FLOAT_DIGITS ? "double" : "float";
          length = "";
        }
      }
      case "datetime", "timestamp", "time" -> length = length.equals("(0)") ? "" : length;
      default -> {
        // As written.
      }
    }
  }

  /**
   * The members in quotes as the server writes them, without the blanks at their ends, which it
   * drops.
   */
  private String members() throws UnreadableDefinitionException {
    StringBuilder text = new StringBuilder("(");
    cursor.take();
    do {
      if (cursor.peek(0).kind() == Kind.WORD && cursor.peek(0).text().startsWith("_")) {
        cursor.take();
      }
      if (cursor.peek(0).kind() != Kind.STRING) {
        throw cursor.unexpected("a member");
      }
      String member = cursor.take().text().replaceAll(" +$", "");
      text.append(text.length() > 1 ? "," : "");
      text.append('\'').append(member.replace("\\", "\\\\").replace("'", "''")).append('\'');
    } while (cursor.takeIf(','));
    cursor.require(')');
    return text.append(')').toString();
  }

  private void attributes() throws UnreadableDefinitionException {
    while (true) {
      if (cursor.takeIf("UNSIGNED")) {
        unsigned = true;
      } else if (cursor.takeIf("ZEROFILL")) {
        zerofill = true;
        zerofillWidth();
      } else if (cursor.takeIf("CHARACTER", "SET")
          || cursor.takeIf("CHARSET")
          || cursor.takeIf("CHAR", "SET")) {
        charset = Optional.of(cursor.wordOrString("a character set").toLowerCase(Locale.ROOT));
      } else if (cursor.takeIf("BINARY")) {
        binaryCollation = true;
      } else if (cursor.takeIf("BYTE")) {
        charset = Optional.of(BINARY_CHARSET);
      } else if (cursor.takeIf("ASCII")) {
        charset = Optional.of("latin1");
      } else if (cursor.takeIf("UNICODE")) {
        charset = Optional.of("ucs2");
      } else if (!cursor.takeIf("SIGNED")) {
        return;
      }
    }
  }

  /** The server gives a number that is filled with zeros a width. */
  private void zerofillWidth() {
    if (length.isEmpty() && INTEGER_WIDTH.containsKey(base)) {
      length = "(" + INTEGER_WIDTH.get(base) + ")";
    }
  }
}
