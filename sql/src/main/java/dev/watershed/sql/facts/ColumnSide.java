package dev.watershed.sql.facts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column as it is compared: bare, or inside an expression, which hides it from an index on the
 * column.
 *
 * @param column the first column of the expression
 * @param wrapping the expression around it; empty if it is bare
 * @param conversion why the server converts the column before it compares, as far as the types of
 *     the catalog and the literal tell; empty if it does not, or if types are unknown
 */
public record ColumnSide(
    ColumnRef column, Optional<Wrapping> wrapping, Optional<Conversion> conversion) {

  /**
   * An expression over columns.
   *
   * @param kind what it is
   * @param text in the statement's words, literals as {@code ?}, without qualifiers of columns
   * @param columns all columns in it
   */
  public record Wrapping(Kind kind, String text, List<ColumnRef> columns) {

    /** What stands around a column. */
    public enum Kind {
      FUNCTION,
      ARITHMETIC,
      CAST,
      COLLATE,
      /** {@code ->}, {@code ->>}, JSON functions. */
      JSON,
      OTHER
    }

    public Wrapping {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(text, "text");
      columns = List.copyOf(columns);
    }
  }

  /** Why a column is converted. */
  public enum Conversion {
    /** A text compared with a number: every row is converted. */
    TEXT_TO_NUMBER,
    /**
     * Two columns of different character sets or collations; this is the side that is converted.
     */
    COLLATION,
    /** Other types that no index serves together. */
    TYPE
  }

  public ColumnSide {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(wrapping, "wrapping");
    Objects.requireNonNull(conversion, "conversion");
  }

  /** A column as it is. */
  public static ColumnSide bare(ColumnRef column) {
    return new ColumnSide(column, Optional.empty(), Optional.empty());
  }

  /** Whether an index on the column can find what is compared. */
  public boolean indexable() {
    return wrapping.isEmpty() && conversion.isEmpty();
  }

  /** All columns in it. */
  public List<ColumnRef> columns() {
    return wrapping.map(Wrapping::columns).orElse(List.of(column));
  }
}
