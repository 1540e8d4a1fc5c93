package dev.watershed.sql.facts.binary;

import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.RowSource.Computed;
import dev.watershed.sql.facts.RowSource.Derived;
import dev.watershed.sql.facts.RowSource.Join;
import dev.watershed.sql.facts.RowSource.JoinKind;
import dev.watershed.sql.facts.RowSource.Table;
import java.util.List;

/** What blocks join. */
final class SourceCodec {

  private static final int TABLE = 0;
  private static final int DERIVED = 1;
  private static final int COMPUTED = 2;

  private static final List<JoinKind> KINDS = List.of(JoinKind.values());
  private static final List<Derived.Origin> ORIGINS = List.of(Derived.Origin.values());

  private SourceCodec() {}

  static void write(FactsOutput out, RowSource source) {
    if (source instanceof Table table) {
      out.octet(TABLE);
      TableCodec.write(out, table.table());
    } else if (source instanceof Derived derived) {
      out.octet(DERIVED);
      out.number(derived.block());
      out.constant(derived.origin());
    } else {
      out.octet(COMPUTED);
    }
    out.text(source.alias());
    out.constant(source.join().kind());
    ConditionCodec.write(out, source.join().on());
  }

  static RowSource read(FactsInput in) {
    int kind = in.octet();
    return switch (kind) {
      case TABLE -> new Table(TableCodec.read(in), in.text(), join(in));
      case DERIVED -> new Derived(in.integer(), in.constant(ORIGINS), in.text(), join(in));
      case COMPUTED -> new Computed(in.text(), join(in));
      default -> throw new IllegalArgumentException("source " + kind);
    };
  }

  private static Join join(FactsInput in) {
    return new Join(in.constant(KINDS), ConditionCodec.read(in));
  }
}
