package dev.watershed.sql.facts.binary;

import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableWrite;
import dev.watershed.sql.lexical.TableUse;
import java.util.List;

/** Tables, and what is done to them. */
final class TableCodec {

  private static final List<TableRef.Presence> PRESENCES = List.of(TableRef.Presence.values());
  private static final List<TableUse> USES = List.of(TableUse.values());
  private static final List<TableWrite.WriteKind> KINDS = List.of(TableWrite.WriteKind.values());

  private TableCodec() {}

  static void write(FactsOutput out, TableRef table) {
    out.optional(table.schema(), FactsOutput::text);
    out.text(table.table());
    out.constant(table.presence());
  }

  static TableRef read(FactsInput in) {
    return new TableRef(in.optional(FactsInput::text), in.text(), in.constant(PRESENCES));
  }

  static void writeNamed(FactsOutput out, NamedTable named) {
    write(out, named.table());
    out.constant(named.use());
    out.flag(named.throughView());
  }

  static NamedTable readNamed(FactsInput in) {
    return new NamedTable(read(in), in.constant(USES), in.flag());
  }

  static void writeWrite(FactsOutput out, TableWrite write) {
    write(out, write.table());
    out.constant(write.kind());
    out.list(write.columns(), FactsOutput::text);
    out.optional(write.rowsFrom());
  }

  static TableWrite readWrite(FactsInput in) {
    return new TableWrite(
        read(in), in.constant(KINDS), in.list(FactsInput::text), in.optionalInteger());
  }
}
