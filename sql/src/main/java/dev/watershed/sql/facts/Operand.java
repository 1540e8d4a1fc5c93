package dev.watershed.sql.facts;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** What a column is compared with. */
public sealed interface Operand {

  /**
   * Values that are known before a row is read: literals, placeholders, variables, functions of
   * them.
   *
   * @param count how many values the list of IN has; empty if the text does not tell, as no
   *     fingerprint does
   * @param type of the values; UNKNOWN for placeholders
   * @param pattern of LIKE
   */
  record Constant(OptionalInt count, LiteralType type, PatternStart pattern) implements Operand {

    /** A value of which nothing is known. */
    public static final Constant UNKNOWN =
        new Constant(OptionalInt.empty(), LiteralType.UNKNOWN, PatternStart.UNKNOWN);

    public Constant {
      Objects.requireNonNull(count, "count");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(pattern, "pattern");
    }
  }

  /** The type of a literal. */
  enum LiteralType {
    NUMBER,
    TEXT,
    TEMPORAL,
    BINARY,
    UNKNOWN
  }

  /** How the pattern of LIKE begins. */
  enum PatternStart {
    LITERAL,
    WILDCARD,
    UNKNOWN
  }

  /** A column, of this block or of one around it: the condition is a join. */
  record Column(ColumnSide side) implements Operand {

    public Column {
      Objects.requireNonNull(side, "side");
    }
  }

  /** The rows of another block: {@code IN (SELECT …)}, {@code = (SELECT …)}. */
  record Subquery(int block) implements Operand {}

  /** An expression over several columns. */
  record Expression(List<ColumnRef> references) implements Operand {

    public Expression {
      references = List.copyOf(references);
    }
  }

  /** All columns in it. */
  default List<ColumnRef> columns() {
    if (this instanceof Column column) {
      return column.side().columns();
    }
    return this instanceof Expression expression ? expression.references() : List.of();
  }
}
