package dev.watershed.workload.store.window;

import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.ObservationFigure;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.ContainerWriter;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Observations while they are written. A table without rows is not: nothing was observed. */
final class ObservationTables {

  private final Observations observations;
  private final ContainerWriter file;
  private final Compression compression;
  private final TreeMap<Origin, Integer> originIds = new TreeMap<>();

  private ObservationTables(
      Observations observations, ContainerWriter file, Compression compression) {
    this.observations = observations;
    this.file = file;
    this.compression = compression;
  }

  static void write(Observations observations, ContainerWriter file, Compression compression) {
    new ObservationTables(observations, file, compression).writeAll();
  }

  private void writeAll() {
    Observations all = observations;
    collect(ObservationColumns.LOCK_WAITS, all.lockWaits());
    collect(ObservationColumns.METADATA_LOCKS, all.metadataLocks());
    collect(ObservationColumns.LONG_TRANSACTIONS, all.longTransactions());
    collect(ObservationColumns.ATTRIBUTION, all.attribution());
    collect(ObservationColumns.ACCOUNT_USE, all.accounts());
    writeOrigins();
    write(WindowSection.TABLE_USE, ObservationColumns.TABLE_USE, all.tables());
    write(WindowSection.INDEX_USE, ObservationColumns.INDEX_USE, all.indexes());
    write(WindowSection.LOCK_WAITS, ObservationColumns.LOCK_WAITS, all.lockWaits());
    write(WindowSection.METADATA_LOCKS, ObservationColumns.METADATA_LOCKS, all.metadataLocks());
    write(
        WindowSection.LONG_TRANSACTIONS,
        ObservationColumns.LONG_TRANSACTIONS,
        all.longTransactions());
    write(WindowSection.SERVER_FACTS, ObservationColumns.SERVER_FACTS, all.facts());
    write(WindowSection.SERVER_MINUTES, ObservationColumns.SERVER_MINUTES, all.minutes());
    write(WindowSection.ATTRIBUTION, ObservationColumns.ATTRIBUTION, all.attribution());
    write(WindowSection.ACCOUNT_USE, ObservationColumns.ACCOUNT_USE, all.accounts());
    write(WindowSection.SAMPLING_ROUNDS, ObservationColumns.SAMPLING_ROUNDS, all.rounds());
  }

  private <K, F extends Enum<F> & ObservationFigure> void collect(
      KeyColumns<K, F> columns, ObservationTable<K, F> table) {
    for (KeyColumns.From<K> column : columns.origins()) {
      table.keys().forEach(key -> originIds.put(column.value().apply(key), 0));
    }
  }

  private void writeOrigins() {
    if (originIds.isEmpty()) {
      return;
    }
    List<Origin> origins = List.copyOf(originIds.keySet());
    for (int id = 0; id < origins.size(); id++) {
      originIds.put(origins.get(id), id);
    }
    NameTables.writeOrigins(
        origins,
        WindowSection.OBSERVED_ORIGINS,
        WindowSection.OBSERVED_ORIGIN_TAGS,
        file,
        compression);
  }

  private <K, F extends Enum<F> & ObservationFigure> void write(
      WindowSection section, KeyColumns<K, F> columns, ObservationTable<K, F> table) {
    int rows = table.size();
    if (rows == 0) {
      return;
    }
    TableWriter writer = new TableWriter(rows);
    List<K> keys = table.keys();
    for (KeyColumns.Text<K> text : columns.texts()) {
      writer.texts(text.column(), keys.stream().map(text.value()).toList());
    }
    for (KeyColumns.Number<K> number : columns.numbers()) {
      writer.longs(number.column(), keys.stream().mapToLong(number.value()).toArray());
    }
    for (KeyColumns.From<K> from : columns.origins()) {
      writer.ints(
          from.column(), keys.stream().map(from.value()).mapToInt(originIds::get).toArray());
    }
    for (F figure : table.kind().figures()) {
      long[] values = new long[rows];
      Arrays.setAll(values, row -> table.value(row, figure));
      writer.longs(ObservationColumns.of(figure), values);
    }
    long[] kept = new long[rows];
    Arrays.fill(kept, table.keptHash());
    writer.longs(ObservationColumns.KEPT_HASH, kept);
    file.add(section.key(), writer.encode(compression));
  }
}
