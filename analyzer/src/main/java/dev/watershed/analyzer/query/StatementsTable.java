package dev.watershed.analyzer.query;

import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A row per window, schema, origin and digest. */
final class StatementsTable implements QueryTable {

  @Override
  public String name() {
    return "statements";
  }

  @Override
  public List<QueryColumn> columns() {
    return Stream.of(
            WindowNames.COLUMNS,
            List.of(
                QueryColumn.text("digest"),
                QueryColumn.text("schema"),
                QueryColumn.integer("origin")),
            MeasureNames.columns(false))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public int parts(QuerySource source) {
    return source.windows();
  }

  @Override
  public Part open(QuerySource source, int part, List<QueryColumn> wanted, PartReader reader)
      throws UnreadableFileException {
    StoredWindow window = source.window(part);
    try (ColumnTable table = window.table(WindowSection.STATEMENTS, reader.memory())) {
      List<ColumnValues> values = new ArrayList<>();
      for (QueryColumn column : wanted) {
        values.add(values(source, window, table, column, reader));
      }
      return new Part(table.rows(), values);
    }
  }

  private static ColumnValues values(
      QuerySource source,
      StoredWindow window,
      ColumnTable table,
      QueryColumn column,
      PartReader reader)
      throws UnreadableFileException {
    if (WindowNames.COLUMNS.contains(column)) {
      return WindowNames.values(window.name(), column);
    }
    switch (column.name()) {
      case "digest":
        long[] digests = reader.longs(table, WindowColumns.DIGEST);
        return ColumnValues.texts(row -> Fingerprints.idOf(digests[row]));
      case "schema":
        List<String> schemas = window.schemas(reader.memory());
        int[] schemaIds = reader.ids(table, WindowColumns.SCHEMA, schemas.size());
        return ColumnValues.texts(row -> schemas.get(schemaIds[row]));
      case "origin":
        return origins(source, window, table, reader);
      default:
        return MeasureNames.values(table, column, reader);
    }
  }

  /** The ids of origins that rows refer to. */
  static ColumnValues origins(
      QuerySource source, StoredWindow window, ColumnTable table, PartReader reader)
      throws UnreadableFileException {
    int[] all = source.originIds(window, reader);
    int[] own = reader.ids(table, WindowColumns.ORIGIN, all.length);
    long[] ids = new long[own.length];
    for (int row = 0; row < ids.length; row++) {
      ids[row] = all[own[row]];
    }
    return ColumnValues.numbers(ids);
  }
}
