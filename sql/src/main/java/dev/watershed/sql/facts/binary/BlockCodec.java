package dev.watershed.sql.facts.binary;

import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowLimit;
import java.util.Set;
import java.util.TreeSet;

/** Blocks. */
final class BlockCodec {

  private BlockCodec() {}

  static void write(FactsOutput out, QueryBlock block) {
    out.number(block.number());
    out.optional(block.parent());
    out.list(block.sources(), SourceCodec::write);
    ConditionCodec.write(out, block.where());
    ConditionCodec.write(out, block.having());
    out.list(block.groupBy(), ColumnCodec::writeKey);
    out.list(block.orderBy(), ColumnCodec::writeKey);
    out.flag(block.distinct());
    out.flag(block.aggregated());
    out.flag(block.windowed());
    out.list(block.selected(), ColumnCodec::write);
    // A set's own order is another one in every process.
    Set<Integer> whole = new TreeSet<>(block.wholeSources());
    out.list(whole, whole.size(), FactsOutput::integer);
    out.list(block.subqueries(), FactsOutput::integer);
    out.optional(block.unionOf());
    out.optional(block.limit(), BlockCodec::writeLimit);
    out.flag(block.locking());
  }

  static QueryBlock read(FactsInput in) {
    return new QueryBlock(
        in.integer(),
        in.optionalInteger(),
        in.list(SourceCodec::read),
        ConditionCodec.read(in),
        ConditionCodec.read(in),
        in.list(ColumnCodec::readKey),
        in.list(ColumnCodec::readKey),
        in.flag(),
        in.flag(),
        in.flag(),
        in.list(ColumnCodec::read),
        Set.copyOf(in.list(FactsInput::integer)),
        in.list(FactsInput::integer),
        in.optionalInteger(),
        in.optional(BlockCodec::readLimit),
        in.flag());
  }

  private static void writeLimit(FactsOutput out, RowLimit limit) {
    out.optional(limit.rows());
    out.optional(limit.offset());
    out.flag(limit.skips());
  }

  private static RowLimit readLimit(FactsInput in) {
    return new RowLimit(in.optionalNumber(), in.optionalNumber(), in.flag());
  }
}
