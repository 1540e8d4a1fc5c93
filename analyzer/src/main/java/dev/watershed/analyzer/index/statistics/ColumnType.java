package dev.watershed.analyzer.index.statistics;

import dev.watershed.workload.catalog.CharacterSets;
import dev.watershed.workload.catalog.ColumnDefinition;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a column's type says about its values (MySQL 9.7 Reference Manual, "Data Type Storage
 * Requirements").
 *
 * @param base the first word of the type, in small letters
 * @param length the first number in parentheses; 0 without one
 * @param fraction the digits of a second, or the number behind the comma; 0 without one
 * @param members of ENUM and SET; 0 for others
 * @param characterBytes the longest character of its character set; 1 for others
 */
record ColumnType(String base, int length, int fraction, int members, int characterBytes) {

  /** Assumed for the value of an expression. */
  static final int EXPRESSION_BYTES = 64;

  private static final int UNKNOWN_LENGTH = 255;
  private static final int MOST_DIGITS = 6;

  /** Texts are seldom as long as they may be: a third of it, but no more than this. */
  private static final int ASSUMED_TEXT_BYTES = 40;

  private static final List<String> UNBOUNDED = List.of("text", "blob", "json", "geometry");

  static ColumnType of(ColumnDefinition column) {
    String type = column.type().toLowerCase(Locale.ROOT);
    int open = type.indexOf('(');
    String base = firstWord(type);
    String inner = open < 0 ? "" : type.substring(open + 1, Math.max(open + 1, type.indexOf(')')));
    if (base.equals("enum") || base.equals("set")) {
      int members = inner.isEmpty() ? 1 : inner.split(",", -1).length;
      return new ColumnType(base, 0, 0, members, 1);
    }
    String[] numbers = inner.split(",", -1);
    int length = number(numbers[0]);
    int second = numbers.length > 1 ? number(numbers[1]) : 0;
    boolean temporal = List.of("time", "datetime", "timestamp").contains(base);
    return new ColumnType(
        base, temporal ? 0 : length, temporal ? length : second, 0, characterBytes(column, base));
  }

  private static int number(String text) {
    String digits = text.strip();
    boolean number = !digits.isEmpty() && digits.length() <= MOST_DIGITS;
    return number && digits.chars().allMatch(each -> each >= '0' && each <= '9')
        ? Integer.parseInt(digits)
        : 0;
  }

  private static String firstWord(String type) {
    int end = 0;
    while (end < type.length() && type.charAt(end) != ' ' && type.charAt(end) != '(') {
      end++;
    }
    return type.substring(0, end);
  }

  private static int characterBytes(ColumnDefinition column, String base) {
    if (!base.endsWith("char") && !base.endsWith("text")) {
      return 1;
    }
    String charset =
        column
            .charset()
            .or(() -> column.collation().map(CharacterSets::ofCollation))
            .orElse("utf8mb4");
    return CharacterSets.bytesPerCharacter(charset);
  }

  /** Whether an index on it needs a prefix length. */
  boolean unbounded() {
    for (String end : UNBOUNDED) {
      if (base.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a prefix of it can be indexed. */
  boolean text() {
    return base.endsWith("char")
        || base.endsWith("text")
        || base.endsWith("binary")
        || base.endsWith("blob");
  }

  /** Whether nothing but a special index serves it. */
  boolean unindexable() {
    return List.of("json", "geometry", "point", "linestring", "polygon", "vector").contains(base)
        || base.startsWith("multi")
        || base.equals("geometrycollection");
  }

  /** The bytes of the longest value in an index, as limits count them. */
  int keyBytes() {
    return text() ? textLength() * characterBytes : fixedBytes();
  }

  /** The bytes of a usual value. */
  double usualBytes() {
    if (!text()) {
      return fixedBytes();
    }
    boolean fixed = base.equals("char") || base.equals("binary");
    return fixed ? textLength() : Math.max(1, Math.min(ASSUMED_TEXT_BYTES, textLength() / 3.0)) + 1;
  }

  /** The longest text in characters; 0 for what is no text. */
  int mostCharacters() {
    return !text() ? 0 : unbounded() ? Integer.MAX_VALUE : textLength();
  }

  private int textLength() {
    if (length > 0) {
      return length;
    }
    return base.equals("char") || base.equals("binary") ? 1 : UNKNOWN_LENGTH;
  }

  private int fixedBytes() {
    return switch (base) {
      case "tinyint", "year", "bool", "boolean" -> 1;
      case "smallint" -> 2;
      case "mediumint", "date" -> 3;
      case "int", "integer", "float", "inet4" -> 4;
      case "bigint", "double", "real" -> 8;
      case "decimal", "numeric" -> (length == 0 ? 10 : length) / 2 + 1;
      case "time" -> 3 + (fraction + 1) / 2;
      case "timestamp" -> 4 + (fraction + 1) / 2;
      case "datetime" -> 5 + (fraction + 1) / 2;
      case "enum" -> members > 255 ? 2 : 1;
      case "set", "bit" -> Math.min(8, (Math.max(members, length) + 7) / 8);
      case "uuid", "inet6" -> 16;
      default -> ASSUMED_TEXT_BYTES;
    };
  }

  /** How many different values it can have, where that is few. */
  OptionalDouble values() {
    return switch (base) {
      case "enum" -> OptionalDouble.of(Math.max(1, members));
      case "tinyint" -> OptionalDouble.of(length == 1 ? 2 : 256);
      case "bool", "boolean" -> OptionalDouble.of(2);
      case "bit" -> length <= 8 ? OptionalDouble.of(1 << Math.max(1, length)) : none();
      case "set" -> members <= 8 ? OptionalDouble.of(1 << members) : none();
      case "char" -> length <= 1 ? OptionalDouble.of(64) : none();
      case "year" -> OptionalDouble.of(156);
      default -> none();
    };
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }
}
