package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnSide.Conversion;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import dev.watershed.sql.facts.Operand.LiteralType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which side of a comparison the server converts row by row, so that no index on it serves (MySQL
 * 9.7 Reference Manual, "Type Conversion in Expression Evaluation" and "Collation Coercibility in
 * Expressions"), as plans of MySQL 9.7 show. MariaDB 10.11 differs: there an index also serves a
 * text that is compared as bytes or by its binary collation, and none a number that is compared
 * with a time.
 */
final class Conversions {

  private enum Family {
    TEXT,
    BINARY,
    NUMBER,
    TEMPORAL,
    OTHER
  }

  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "integer", "bigint");

  private static final Set<String> FRACTIONS =
      Set.of("decimal", "numeric", "float", "double", "real");

  private static final Set<String> TIMES = Set.of("date", "datetime", "timestamp", "time");

  private static final Set<String> BYTES =
      Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");

  private static final Set<String> UNICODE =
      Set.of("utf8", "utf8mb3", "utf8mb4", "ucs2", "utf16", "utf16le", "utf32");

  private Conversions() {}

  /** Why a column is converted that is compared with a value of this type. */
  static Optional<Conversion> ofConstant(
      KnownColumn column, Comparison comparison, LiteralType type) {
    Family family = family(column);
    boolean pattern = comparison == Comparison.LIKE || comparison == Comparison.NOT_LIKE;
    if (pattern) {
      boolean text = family == Family.TEXT || family == Family.BINARY || family == Family.OTHER;
      return text ? Optional.empty() : Optional.of(Conversion.TYPE);
    }
    boolean string = family == Family.TEXT || family == Family.BINARY;
    return switch (type) {
      case NUMBER -> string ? Optional.of(Conversion.TEXT_TO_NUMBER) : Optional.empty();
      case TEMPORAL -> string ? Optional.of(Conversion.TYPE) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Why the first of two columns is converted that are compared. */
  static Optional<Conversion> ofColumn(KnownColumn column, KnownColumn other) {
    Family family = family(column);
    Family otherFamily = family(other);
    if (family == Family.TEMPORAL) {
      boolean fraction = otherFamily == Family.NUMBER && !INTEGERS.contains(name(other));
      return fraction ? Optional.of(Conversion.TYPE) : Optional.empty();
    }
    if (family != Family.TEXT && family != Family.BINARY) {
      return Optional.empty();
    }
    return switch (otherFamily) {
      case NUMBER -> Optional.of(Conversion.TEXT_TO_NUMBER);
      case TEMPORAL -> Optional.of(Conversion.TYPE);
      case BINARY -> family == Family.TEXT ? Optional.of(Conversion.COLLATION) : Optional.empty();
      case TEXT -> family == Family.TEXT ? collation(column, other) : Optional.empty();
      case OTHER -> Optional.empty();
    };
  }

  private static Optional<Conversion> collation(KnownColumn column, KnownColumn other) {
    if (column.collation().isEmpty() || other.collation().isEmpty()) {
      return Optional.empty();
    }
    String own = normal(column.collation().get());
    String others = normal(other.collation().get());
    return !own.equals(others) && yields(own, others)
        ? Optional.of(Conversion.COLLATION)
        : Optional.empty();
  }

  /**
   * Whether a collation gives way to another: a character set to a wider one; within one, any to
   * the binary one, and of two others either, since the server refuses to compare them so.
   */
  private static boolean yields(String own, String other) {
    String ownSet = characterSet(own);
    String otherSet = characterSet(other);
    if (!ownSet.equals(otherSet)) {
      boolean ownUnicode = UNICODE.contains(ownSet);
      boolean otherUnicode = UNICODE.contains(otherSet);
      return ownUnicode == otherUnicode
          ? ownSet.equals("utf8mb3") && otherSet.equals("utf8mb4") || ownSet.equals("ascii")
          : otherUnicode;
    }
    return !own.endsWith("_bin");
  }

  private static String normal(String collation) {
    String key = collation.toLowerCase(Locale.ROOT);
    return key.startsWith("utf8_") ? "utf8mb3_" + key.substring("utf8_".length()) : key;
  }

  private static String characterSet(String collation) {
    int end = collation.indexOf('_');
    return end < 0 ? collation : collation.substring(0, end);
  }

  /** The type's first word. */
  private static String name(KnownColumn column) {
    String type = column.type().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < type.length() && Character.isLetterOrDigit(type.charAt(end))) {
      end++;
    }
    return type.substring(0, end);
  }

  private static Family family(KnownColumn column) {
    String name = name(column);
    if (TEXTS.contains(name)) {
      return column.collation().filter("binary"::equals).isPresent() ? Family.BINARY : Family.TEXT;
    }
    if (INTEGERS.contains(name) || FRACTIONS.contains(name)) {
      return Family.NUMBER;
    }
    if (TIMES.contains(name)) {
      return Family.TEMPORAL;
    }
    return BYTES.contains(name) ? Family.BINARY : Family.OTHER;
  }
}
