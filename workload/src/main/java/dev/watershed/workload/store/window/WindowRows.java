package dev.watershed.workload.store.window;

import dev.watershed.workload.LumpedCombinations;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.Decoding;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** All tables of a window, read and checked: nothing of a damaged window is counted. */
record WindowRows(
    List<HeaderTable.Visibility> visibilities,
    List<String> schemas,
    List<Origin> origins,
    DigestRows digests,
    StatementRows statements,
    Figures minutes,
    long[] minuteOf,
    List<TransactionClass> classes,
    int[] transactionClasses,
    Figures transactions,
    LumpedCombinations lumped,
    List<IssueRow> issues,
    List<SourceFile> sources) {

  /** Rows of figures: a column per measure. */
  record Figures(int[] origins, long[][] columns, LatencyRows latencies) {

    int size() {
      return origins.length;
    }

    void copyRow(int row, long[] into) {
      for (int column = 0; column < columns.length; column++) {
        into[column] = columns[column][row];
      }
    }
  }

  /** An issue, its reason as it was written. */
  record IssueRow(String reason, long count, String path, long offset) {}

  /**
   * Reads a window.
   *
   * @param statements holds its statements until it reads those of the next one
   */
  static WindowRows read(StoredWindow window, StatementRows statements, ColumnMemory memory)
      throws UnreadableFileException {
    return Decoding.of(() -> decode(window, statements, memory));
  }

  private static WindowRows decode(
      StoredWindow window, StatementRows statements, ColumnMemory memory)
      throws UnreadableFileException {
    List<String> schemas = window.schemas(memory);
    List<Origin> origins = window.origins(memory);
    List<TransactionClass> classes = classes(window, memory);
    DigestRows digests = DigestRows.read(window, memory);
    statements.read(window, digests.digests(), schemas.size(), origins.size(), memory);
    try (ColumnTable minutes = window.table(WindowSection.MINUTES, memory);
        ColumnTable transactions = window.table(WindowSection.TRANSACTIONS, memory)) {
      return new WindowRows(
          window.visibilities(memory),
          schemas,
          origins,
          digests,
          statements,
          figures(
              minutes,
              Arrays.stream(Measure.values())
                  .filter(Measure::perMinute)
                  .map(WindowColumns::of)
                  .toList(),
              origins.size(),
              LatencyRows.read(window, minutes, WindowSection.MINUTE_LATENCIES, memory)),
          minutes.array(WindowColumns.MINUTE),
          classes,
          ids(transactions, WindowColumns.CLASS, classes.size()),
          figures(
              transactions,
              Arrays.stream(TransactionMeasure.values()).map(WindowColumns::of).toList(),
              origins.size(),
              LatencyRows.NONE),
          window.lumpedCombinations(memory),
          issues(window, memory),
          sources(window, memory));
    }
  }

  /** The digests that a row or sample refers to, as their rows; of several hours, not all are. */
  BitSet usedDigests() {
    BitSet used = new BitSet(digests.digests().length);
    for (int row : digests.sampleRows()) {
      used.set(row);
    }
    for (int row = 0; row < statements.size(); row++) {
      used.set(statements.digestRow(row));
    }
    return used;
  }

  /** The paths that a window's issues and sources name. */
  static List<String> paths(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    List<String> paths = new ArrayList<>();
    issues(window, memory).forEach(issue -> paths.add(issue.path()));
    sources(window, memory).forEach(source -> paths.add(source.path()));
    return paths;
  }

  private static Figures figures(
      ColumnTable table, List<Column.Longs> measures, int origins, LatencyRows latencies)
      throws UnreadableFileException {
    long[][] columns = new long[measures.size()][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = table.array(measures.get(i));
    }
    return new Figures(ids(table, WindowColumns.ORIGIN, origins), columns, latencies);
  }

  private static List<TransactionClass> classes(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.TRANSACTION_CLASSES, memory);
        ColumnTable members = window.table(WindowSection.TRANSACTION_DIGESTS, memory)) {
      int[] truncated = table.array(WindowColumns.TRUNCATED);
      int[] ends = table.array(WindowColumns.DIGESTS_END);
      long[] digests = members.array(WindowColumns.DIGEST);
      List<TransactionClass> classes = new ArrayList<>(ends.length);
      int from = 0;
      for (int row = 0; row < ends.length; row++) {
        StoredWindow.checkEnd(from, ends[row], digests.length, WindowSection.TRANSACTION_DIGESTS);
        long[] own = Arrays.copyOfRange(digests, from, ends[row]);
        classes.add(
            own.length == 0
                ? TransactionClass.LUMPED
                : TransactionClass.of(own, truncated[row] != 0));
        from = ends[row];
      }
      return classes;
    }
  }

  static List<IssueRow> issues(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.ISSUES, memory)) {
      List<String> reasons = table.texts(WindowColumns.REASON);
      List<String> paths = table.texts(WindowColumns.PATH);
      long[] counts = table.array(WindowColumns.COUNT);
      long[] offsets = table.array(WindowColumns.OFFSET);
      List<IssueRow> issues = new ArrayList<>(counts.length);
      for (int row = 0; row < counts.length; row++) {
        issues.add(new IssueRow(reasons.get(row), counts[row], paths.get(row), offsets[row]));
      }
      return issues;
    }
  }

  private static List<SourceFile> sources(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.SOURCES, memory)) {
      List<String> paths = table.texts(WindowColumns.PATH);
      long[] bytes = table.array(WindowColumns.BYTES);
      long[] events = table.array(WindowColumns.EVENTS);
      long[] issues = table.array(WindowColumns.ISSUES);
      List<SourceFile> sources = new ArrayList<>(bytes.length);
      for (int row = 0; row < bytes.length; row++) {
        sources.add(new SourceFile(paths.get(row), bytes[row], events[row], issues[row]));
      }
      return sources;
    }
  }

  private static int[] ids(ColumnTable table, Column.Ints column, int size)
      throws UnreadableFileException {
    int[] ids = table.array(column);
    StoredWindow.checkIds(column, ids, ids.length, size);
    return ids;
  }
}
