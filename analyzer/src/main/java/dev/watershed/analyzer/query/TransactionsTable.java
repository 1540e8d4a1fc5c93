package dev.watershed.analyzer.query;

import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** A row per window, origin and set of digests that ran in one transaction. */
final class TransactionsTable {

  private TransactionsTable() {}

  static QueryTable<WindowPart> table() {
    Stream<PartColumn<WindowPart>> keys =
        Stream.of(
            new PartColumn<>(QueryColumn.texts("digests"), TransactionsTable::digests),
            new PartColumn<>(QueryColumn.flag("truncated"), TransactionsTable::truncated),
            new PartColumn<>(QueryColumn.integer("origin"), WindowPart::origins));
    return new QueryTable<>(
        "transactions",
        WindowPart.of(WindowSection.TRANSACTIONS),
        Stream.of(
                WindowNames.columns().stream(),
                keys,
                Arrays.stream(TransactionMeasure.values()).map(TransactionsTable::measure))
            .flatMap(columns -> columns)
            .toList());
  }

  private static PartColumn<WindowPart> measure(TransactionMeasure measure) {
    return new PartColumn<>(
        QueryColumn.integer(measure.name().toLowerCase(Locale.ROOT)),
        part -> ColumnValues.numbers(part.longs(WindowColumns.of(measure))));
  }

  private static ColumnValues truncated(WindowPart part) throws UnreadableFileException {
    try (ColumnTable classes = classes(part)) {
      int[] truncated = part.reader().ints(classes, WindowColumns.TRUNCATED);
      int[] ids = part.ids(WindowColumns.CLASS, classes.rows());
      return ColumnValues.numbers(Arrays.stream(ids).mapToLong(id -> truncated[id]).toArray());
    }
  }

  private static ColumnValues digests(WindowPart part) throws UnreadableFileException {
    try (ColumnTable classes = classes(part)) {
      String[] lists = lists(part, part.reader().ints(classes, WindowColumns.DIGESTS_END));
      int[] ids = part.ids(WindowColumns.CLASS, classes.rows());
      return ColumnValues.texts(row -> lists[ids[row]]);
    }
  }

  private static ColumnTable classes(WindowPart part) throws UnreadableFileException {
    return part.window().table(WindowSection.TRANSACTION_CLASSES, part.reader().memory());
  }

  /** The digests of each class. */
  private static String[] lists(WindowPart part, int[] ends) throws UnreadableFileException {
    PartReader reader = part.reader();
    try (ColumnTable members =
        part.window().table(WindowSection.TRANSACTION_DIGESTS, reader.memory())) {
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
}
