package dev.watershed.analyzer.query;

import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A row per window, origin and set of digests that ran in one transaction. */
final class TransactionsTable implements QueryTable {

  @Override
  public String name() {
    return "transactions";
  }

  @Override
  public List<QueryColumn> columns() {
    return Stream.of(
            WindowNames.COLUMNS.stream(),
            Stream.of(
                QueryColumn.texts("digests"),
                QueryColumn.flag("truncated"),
                QueryColumn.integer("origin")),
            Arrays.stream(TransactionMeasure.values())
                .map(measure -> QueryColumn.integer(nameOf(measure))))
        .flatMap(columns -> columns)
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
    List<ColumnValues> values = new ArrayList<>();
    try (ColumnTable table = window.table(WindowSection.TRANSACTIONS, reader.memory());
        ColumnTable classes = window.table(WindowSection.TRANSACTION_CLASSES, reader.memory())) {
      int[] ids = reader.ids(table, WindowColumns.CLASS, classes.rows());
      for (QueryColumn column : wanted) {
        if (WindowNames.COLUMNS.contains(column)) {
          values.add(WindowNames.values(window.name(), column));
        } else if (column.name().equals("digests")) {
          String[] digests = digests(window, classes, reader);
          values.add(ColumnValues.texts(row -> digests[ids[row]]));
        } else if (column.name().equals("truncated")) {
          int[] truncated = reader.ints(classes, WindowColumns.TRUNCATED);
          values.add(
              ColumnValues.numbers(Arrays.stream(ids).mapToLong(id -> truncated[id]).toArray()));
        } else if (column.name().equals("origin")) {
          values.add(StatementsTable.origins(source, window, table, reader));
        } else {
          values.add(
              ColumnValues.numbers(reader.longs(table, WindowColumns.of(measureOf(column)))));
        }
      }
      return new Part(table.rows(), values);
    }
  }

  private static String[] digests(StoredWindow window, ColumnTable classes, PartReader reader)
      throws UnreadableFileException {
    int[] ends = reader.ints(classes, WindowColumns.DIGESTS_END);
    try (ColumnTable members = window.table(WindowSection.TRANSACTION_DIGESTS, reader.memory())) {
      StoredWindow.checkEnds(ends, ends.length, members.rows(), WindowSection.TRANSACTION_DIGESTS);
      long[] digests = reader.longs(members, WindowColumns.DIGEST);
      String[] lists = new String[ends.length];
      for (int row = 0; row < ends.length; row++) {
        lists[row] =
            String.join(
                "\t",
                Arrays.stream(digests, row == 0 ? 0 : ends[row - 1], ends[row])
                    .mapToObj(Fingerprints::idOf)
                    .toList());
      }
      return lists;
    }
  }

  private static TransactionMeasure measureOf(QueryColumn column) {
    return TransactionMeasure.valueOf(column.name().toUpperCase(Locale.ROOT));
  }

  private static String nameOf(TransactionMeasure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }
}
