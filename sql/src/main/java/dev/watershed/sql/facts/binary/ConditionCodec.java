package dev.watershed.sql.facts.binary;

import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.AllOf;
import dev.watershed.sql.facts.Condition.AnyOf;
import dev.watershed.sql.facts.Condition.Opaque;
import dev.watershed.sql.facts.Condition.Predicate;
import java.util.List;

/** Conditions. As deep as they stand in each other, so deep is the stack. */
final class ConditionCodec {

  private static final int ALL = 0;
  private static final int ANY = 1;
  private static final int PREDICATE = 2;
  private static final int OPAQUE = 3;

  private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

  private ConditionCodec() {}

  static void write(FactsOutput out, Condition condition) {
    if (condition instanceof AllOf all) {
      out.octet(ALL);
      out.list(all.conditions(), ConditionCodec::write);
    } else if (condition instanceof AnyOf any) {
      out.octet(ANY);
      out.list(any.branches(), ConditionCodec::write);
    } else if (condition instanceof Predicate predicate) {
      out.octet(PREDICATE);
      ColumnCodec.writeSide(out, predicate.side());
      out.constant(predicate.comparison());
      OperandCodec.write(out, predicate.operand());
    } else {
      Opaque opaque = (Opaque) condition;
      out.octet(OPAQUE);
      out.list(opaque.columns(), ColumnCodec::write);
      out.list(opaque.blocks(), FactsOutput::integer);
      out.flag(opaque.semiJoin());
    }
  }

  static Condition read(FactsInput in) {
    int kind = in.octet();
    return switch (kind) {
      case ALL -> new AllOf(in.list(ConditionCodec::read));
      case ANY -> new AnyOf(in.list(ConditionCodec::read));
      case PREDICATE ->
          new Predicate(ColumnCodec.readSide(in), in.constant(COMPARISONS), OperandCodec.read(in));
      case OPAQUE ->
          new Opaque(in.list(ColumnCodec::read), in.list(FactsInput::integer), in.flag());
      default -> throw new IllegalArgumentException("condition " + kind);
    };
  }
}
