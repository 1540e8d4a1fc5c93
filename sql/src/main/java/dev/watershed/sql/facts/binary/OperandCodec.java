package dev.watershed.sql.facts.binary;

import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.Operand.Column;
import dev.watershed.sql.facts.Operand.Constant;
import dev.watershed.sql.facts.Operand.Expression;
import dev.watershed.sql.facts.Operand.LiteralType;
import dev.watershed.sql.facts.Operand.PatternStart;
import dev.watershed.sql.facts.Operand.Subquery;
import java.util.List;

/** What columns are compared with. */
final class OperandCodec {

  private static final int CONSTANT = 0;
  private static final int COLUMN = 1;
  private static final int SUBQUERY = 2;
  private static final int EXPRESSION = 3;

  private static final List<LiteralType> TYPES = List.of(LiteralType.values());
  private static final List<PatternStart> STARTS = List.of(PatternStart.values());

  private OperandCodec() {}

  static void write(FactsOutput out, Operand operand) {
    if (operand instanceof Constant constant) {
      out.octet(CONSTANT);
      out.optional(constant.count());
      out.constant(constant.type());
      out.constant(constant.pattern());
    } else if (operand instanceof Column column) {
      out.octet(COLUMN);
      ColumnCodec.writeSide(out, column.side());
    } else if (operand instanceof Subquery subquery) {
      out.octet(SUBQUERY);
      out.number(subquery.block());
    } else {
      out.octet(EXPRESSION);
      out.list(((Expression) operand).references(), ColumnCodec::write);
    }
  }

  static Operand read(FactsInput in) {
    int kind = in.octet();
    return switch (kind) {
      case CONSTANT -> new Constant(in.optionalInteger(), in.constant(TYPES), in.constant(STARTS));
      case COLUMN -> new Column(ColumnCodec.readSide(in));
      case SUBQUERY -> new Subquery(in.integer());
      case EXPRESSION -> new Expression(in.list(ColumnCodec::read));
      default -> throw new IllegalArgumentException("operand " + kind);
    };
  }
}
