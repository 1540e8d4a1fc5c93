package dev.watershed.sql.facts.binary;

import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.ColumnSide.Conversion;
import dev.watershed.sql.facts.ColumnSide.Wrapping;
import dev.watershed.sql.facts.SortKey;
import java.util.List;

/** Columns: named, compared, sorted by. */
final class ColumnCodec {

  private static final List<Wrapping.Kind> KINDS = List.of(Wrapping.Kind.values());
  private static final List<Conversion> CONVERSIONS = List.of(Conversion.values());

  private ColumnCodec() {}

  static void write(FactsOutput out, ColumnRef column) {
    out.number(column.block());
    out.number(column.source());
    out.text(column.column());
  }

  static ColumnRef read(FactsInput in) {
    return new ColumnRef(in.integer(), in.integer(), in.text());
  }

  static void writeSide(FactsOutput out, ColumnSide side) {
    write(out, side.column());
    out.optional(side.wrapping(), ColumnCodec::writeWrapping);
    out.optional(side.conversion(), FactsOutput::constant);
  }

  static ColumnSide readSide(FactsInput in) {
    return new ColumnSide(
        read(in),
        in.optional(ColumnCodec::readWrapping),
        in.optional(conversion -> conversion.constant(CONVERSIONS)));
  }

  private static void writeWrapping(FactsOutput out, Wrapping wrapping) {
    out.constant(wrapping.kind());
    out.text(wrapping.text());
    out.list(wrapping.columns(), ColumnCodec::write);
  }

  private static Wrapping readWrapping(FactsInput in) {
    return new Wrapping(in.constant(KINDS), in.text(), in.list(ColumnCodec::read));
  }

  static void writeKey(FactsOutput out, SortKey key) {
    out.optional(key.column(), ColumnCodec::write);
    out.list(key.columns(), ColumnCodec::write);
    out.flag(key.descending());
    out.text(key.text());
  }

  static SortKey readKey(FactsInput in) {
    return new SortKey(
        in.optional(ColumnCodec::read), in.list(ColumnCodec::read), in.flag(), in.text());
  }
}
