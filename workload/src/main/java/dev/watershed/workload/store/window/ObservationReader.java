package dev.watershed.workload.store.window;

import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.ObservationFigure;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.Decoding;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the observations of a window, checks all of them, and only then adds them. */
final class ObservationReader {

  private final StoredWindow window;
  private final ColumnMemory memory;
  private final List<Consumer<ObservationsBuilder>> read = new ArrayList<>();
  private List<Origin> origins = List.of();

  private ObservationReader(StoredWindow window, ColumnMemory memory) {
    this.window = window;
    this.memory = memory;
  }

  /**
   * Adds the observations of a window.
   *
   * @throws UnreadableFileException if one of its tables is damaged; nothing was added then
   */
  static void add(StoredWindow window, ColumnMemory memory, ObservationsBuilder builder)
      throws UnreadableFileException {
    ObservationReader reader = new ObservationReader(window, memory);
    Decoding.of(reader::readAll);
    reader.read.forEach(rows -> rows.accept(builder));
  }

  /** Returns how many tables have rows. */
  private int readAll() throws UnreadableFileException {
    origins =
        window.origins(WindowSection.OBSERVED_ORIGINS, WindowSection.OBSERVED_ORIGIN_TAGS, memory);
    read(WindowSection.TABLE_USE, ObservationColumns.TABLE_USE, ObservationsBuilder::tables);
    read(WindowSection.INDEX_USE, ObservationColumns.INDEX_USE, ObservationsBuilder::indexes);
    read(WindowSection.LOCK_WAITS, ObservationColumns.LOCK_WAITS, ObservationsBuilder::lockWaits);
    read(
        WindowSection.METADATA_LOCKS,
        ObservationColumns.METADATA_LOCKS,
        ObservationsBuilder::metadataLocks);
    read(
        WindowSection.LONG_TRANSACTIONS,
        ObservationColumns.LONG_TRANSACTIONS,
        ObservationsBuilder::longTransactions);
    read(WindowSection.SERVER_FACTS, ObservationColumns.SERVER_FACTS, ObservationsBuilder::facts);
    read(
        WindowSection.SERVER_MINUTES,
        ObservationColumns.SERVER_MINUTES,
        ObservationsBuilder::minutes);
    read(
        WindowSection.ATTRIBUTION,
        ObservationColumns.ATTRIBUTION,
        ObservationsBuilder::attribution);
    read(WindowSection.ACCOUNT_USE, ObservationColumns.ACCOUNT_USE, ObservationsBuilder::accounts);
    read(
        WindowSection.SAMPLING_ROUNDS,
        ObservationColumns.SAMPLING_ROUNDS,
        ObservationsBuilder::rounds);
    return read.size();
  }

  /** Where the rows of a table go. */
  private interface Target<K, F extends Enum<F> & ObservationFigure> {

    ObservationRows<K, F> of(ObservationsBuilder builder);
  }

  private <K, F extends Enum<F> & ObservationFigure> void read(
      WindowSection section, KeyColumns<K, F> columns, Target<K, F> target)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(section, memory)) {
      if (table.rows() == 0) {
        return;
      }
      List<K> keys = keys(table, columns);
      long[][] figures = figures(table, columns.kind().figures());
      long[] kept = table.array(ObservationColumns.KEPT_HASH);
      read.add(
          builder -> {
            ObservationRows<K, F> rows = target.of(builder);
            rows.lowerKeptHash(kept[0]);
            for (int row = 0; row < keys.size(); row++) {
              rows.add(keys.get(row), figures[row]);
            }
          });
    }
  }

  private <K> List<K> keys(ColumnTable table, KeyColumns<K, ?> columns)
      throws UnreadableFileException {
    List<List<String>> texts = new ArrayList<>();
    for (KeyColumns.Text<K> text : columns.texts()) {
      texts.add(table.texts(text.column()));
    }
    List<long[]> numbers = new ArrayList<>();
    for (KeyColumns.Number<K> number : columns.numbers()) {
      numbers.add(table.array(number.column()));
    }
    List<int[]> ids = new ArrayList<>();
    for (KeyColumns.From<K> from : columns.origins()) {
      ids.add(originIds(table, from.column()));
    }
    List<K> keys = new ArrayList<>(table.rows());
    for (int row = 0; row < table.rows(); row++) {
      keys.add(columns.read().apply(new RowOf(texts, numbers, ids, origins, row)));
    }
    return keys;
  }

  private int[] originIds(ColumnTable table, Column.Ints column) throws UnreadableFileException {
    int[] ids = table.array(column);
    for (int id : ids) {
      if (id < 0 || id >= origins.size()) {
        throw new UnreadableFileException(
            FileProblem.CORRUPTED, column.name() + " " + id + " of " + origins.size());
      }
    }
    return ids;
  }

  /** The figures of each row, in order. */
  private static long[][] figures(ColumnTable table, List<? extends ObservationFigure> figures)
      throws UnreadableFileException {
    long[][] rows = new long[table.rows()][figures.size()];
    for (int place = 0; place < figures.size(); place++) {
      long[] values = table.array(ObservationColumns.of(figures.get(place)));
      for (int row = 0; row < values.length; row++) {
        rows[row][place] = values[row];
      }
    }
    return rows;
  }

  /** The key's values of one row. */
  private record RowOf(
      List<List<String>> texts,
      List<long[]> numbers,
      List<int[]> ids,
      List<Origin> origins,
      int row)
      implements KeyColumns.Row {

    @Override
    public String text(int column) {
      return texts.get(column).get(row);
    }

    @Override
    public long number(int column) {
      return numbers.get(column)[row];
    }

    @Override
    public Origin origin(int column) {
      return origins.get(ids.get(column)[row]);
    }
  }
}
