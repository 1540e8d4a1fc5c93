package dev.watershed.analyzer.query;

import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;
import java.util.List;
import java.util.stream.Stream;

/** A row per window, schema, origin and digest. */
final class StatementsTable {

  private StatementsTable() {}

  static QueryTable<WindowPart> table() {
    Stream<PartColumn<WindowPart>> keys =
        Stream.of(
            new PartColumn<>(QueryColumn.text("digest"), StatementsTable::digests),
            new PartColumn<>(QueryColumn.text("schema"), StatementsTable::schemas),
            new PartColumn<>(QueryColumn.integer("origin"), WindowPart::origins));
    return new QueryTable<>(
        "statements",
        WindowPart.of(WindowSection.STATEMENTS),
        Stream.of(
                WindowNames.columns().stream(),
                keys,
                MeasureNames.columns(false).stream(),
                Stream.of(LatencyLists.column(WindowSection.STATEMENT_LATENCIES)))
            .flatMap(columns -> columns)
            .toList());
  }

  private static ColumnValues digests(WindowPart part) throws UnreadableFileException {
    long[] digests = part.digests();
    return ColumnValues.texts(row -> Fingerprints.idOf(digests[row]));
  }

  private static ColumnValues schemas(WindowPart part) throws UnreadableFileException {
    List<String> schemas = part.window().schemas(part.reader().memory());
    int[] ids = part.ids(WindowColumns.SCHEMA, schemas.size());
    return ColumnValues.texts(row -> schemas.get(ids[row]));
  }
}
