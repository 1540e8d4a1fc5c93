package dev.watershed.workload.store.window;

import dev.watershed.workload.KeptHashes;
import dev.watershed.workload.Quality;
import dev.watershed.workload.Workload;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.Micros;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.Decoding;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.collections.impl.factory.primitive.ByteLists;

/** The header of a window as a table of one row. */
final class HeaderTable {

  private static final double MICROS_PER_SECOND = 1e6;
  private static final long UNKNOWN = -1;

  private HeaderTable() {}

  /** What the header says of the workload's quality, beside its issues. */
  record Visibility(
      OptionalDouble longQueryTimeSeconds, boolean sampled, int slotMinutes, KeptHashes kept) {}

  /** The header of a window without a workload. */
  static ByteBuffer encode(WindowHeader header, Compression compression) {
    return begin(header).encode(compression);
  }

  static ByteBuffer encode(WindowHeader header, Workload workload, Compression compression) {
    TableWriter table = begin(header);
    visibility(table, List.of(workload.quality()), List.of(workload.keptHashes()));
    return table.encode(compression);
  }

  /** The header of a window whose workload said this of itself. */
  static ByteBuffer encode(WindowHeader header, Visibility workload, Compression compression) {
    Quality quality =
        new Quality(
            List.of(), workload.longQueryTimeSeconds(), workload.sampled(), workload.slotMinutes());
    TableWriter table = begin(header);
    visibility(table, List.of(quality), List.of(workload.kept()));
    return table.encode(compression);
  }

  private static TableWriter begin(WindowHeader header) {
    WindowName name = header.name();
    TableWriter table = new TableWriter(1);
    table.texts(WindowColumns.SERVER, List.of(name.server()));
    table.texts(WindowColumns.SOURCE, List.of(name.source()));
    table.texts(WindowColumns.LEVEL, List.of(name.level().key()));
    longs(table, WindowColumns.START_MICROS, Micros.of(name.start()));
    longs(table, WindowColumns.SEQUENCE, name.sequence());
    longs(table, WindowColumns.OBSERVED_FROM_MICROS, Micros.of(header.observedFrom()));
    longs(table, WindowColumns.OBSERVED_UNTIL_MICROS, Micros.of(header.observedUntil()));
    table.texts(WindowColumns.COLLECTOR_VERSION, List.of(header.collectorVersion()));
    longs(table, WindowColumns.RUN, header.seal().run());
    ints(table, WindowColumns.PART, header.seal().part());
    ints(table, WindowColumns.PARTS, header.seal().parts());
    table.bytes(WindowColumns.CURSOR, List.of(header.seal().cursor().toArray()));
    return table;
  }

  /** What some workloads say of their own quality, a row each. */
  static void visibility(TableWriter table, List<Quality> qualities, List<KeptHashes> kept) {
    table.longs(
        WindowColumns.LONG_QUERY_TIME_MICROS,
        qualities.stream().mapToLong(one -> micros(one.longQueryTimeSeconds())).toArray());
    table.ints(
        WindowColumns.SAMPLED, qualities.stream().mapToInt(one -> one.sampled() ? 1 : 0).toArray());
    table.ints(
        WindowColumns.SLOT_MINUTES, qualities.stream().mapToInt(Quality::slotMinutes).toArray());
    table.longs(WindowColumns.KEPT_TEXTS, kept.stream().mapToLong(KeptHashes::texts).toArray());
    table.longs(WindowColumns.KEPT_SCHEMAS, kept.stream().mapToLong(KeptHashes::schemas).toArray());
    table.longs(WindowColumns.KEPT_ORIGINS, kept.stream().mapToLong(KeptHashes::origins).toArray());
    table.longs(
        WindowColumns.KEPT_CLASSES,
        kept.stream().mapToLong(KeptHashes::transactionClasses).toArray());
    table.longs(
        WindowColumns.KEPT_DIGEST_SCHEMAS,
        kept.stream().mapToLong(KeptHashes::digestSchemas).toArray());
    table.longs(
        WindowColumns.KEPT_STATEMENTS, kept.stream().mapToLong(KeptHashes::statements).toArray());
    table.longs(
        WindowColumns.KEPT_TRANSACTIONS,
        kept.stream().mapToLong(KeptHashes::transactions).toArray());
  }

  static ByteBuffer encodeSuperseded(List<WindowName> superseded, Compression compression) {
    List<String> files = superseded.stream().sorted().map(WindowName::fileName).toList();
    return new TableWriter(files.size()).texts(WindowColumns.FILE, files).encode(compression);
  }

  static WindowHeader decode(ColumnTable table, WindowName name, List<WindowName> superseded)
      throws UnreadableFileException {
    requireOneRow(table);
    boolean same =
        table.texts(WindowColumns.SERVER).get(0).equals(name.server())
            && table.texts(WindowColumns.SOURCE).get(0).equals(name.source())
            && table.texts(WindowColumns.LEVEL).get(0).equals(name.level().key())
            && table.only(WindowColumns.START_MICROS) == Micros.of(name.start())
            && table.only(WindowColumns.SEQUENCE) == name.sequence();
    if (!same) {
      throw new UnreadableFileException(
          FileProblem.CORRUPTED, "it is another window than its name says");
    }
    return Decoding.of(
        () ->
            new WindowHeader(
                name,
                Micros.instant(table.only(WindowColumns.OBSERVED_FROM_MICROS)),
                Micros.instant(table.only(WindowColumns.OBSERVED_UNTIL_MICROS)),
                table.texts(WindowColumns.COLLECTOR_VERSION).get(0),
                new Seal(
                    table.only(WindowColumns.RUN),
                    table.only(WindowColumns.PART),
                    table.only(WindowColumns.PARTS),
                    ByteLists.immutable.of(table.bytes(WindowColumns.CURSOR).get(0))),
                superseded));
  }

  /** Of the one row of a header, or of a row for each hour. */
  static List<Visibility> visibilities(ColumnTable table) throws UnreadableFileException {
    long[] thresholds = table.array(WindowColumns.LONG_QUERY_TIME_MICROS);
    int[] sampled = table.array(WindowColumns.SAMPLED);
    int[] minutes = table.array(WindowColumns.SLOT_MINUTES);
    long[] texts = table.array(WindowColumns.KEPT_TEXTS);
    long[] schemas = table.array(WindowColumns.KEPT_SCHEMAS);
    long[] origins = table.array(WindowColumns.KEPT_ORIGINS);
    long[] classes = table.array(WindowColumns.KEPT_CLASSES);
    long[] digestSchemas = table.array(WindowColumns.KEPT_DIGEST_SCHEMAS);
    long[] statements = table.array(WindowColumns.KEPT_STATEMENTS);
    long[] transactions = table.array(WindowColumns.KEPT_TRANSACTIONS);
    List<Visibility> visibilities = new ArrayList<>(thresholds.length);
    for (int row = 0; row < thresholds.length; row++) {
      visibilities.add(
          new Visibility(
              thresholds[row] == UNKNOWN
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(thresholds[row] / MICROS_PER_SECOND),
              sampled[row] != 0,
              Math.max(1, minutes[row]),
              new KeptHashes(
                  texts[row],
                  schemas[row],
                  origins[row],
                  classes[row],
                  digestSchemas[row],
                  statements[row],
                  transactions[row])));
    }
    if (visibilities.isEmpty()) {
      throw new UnreadableFileException(FileProblem.CORRUPTED, "a header without a row");
    }
    return visibilities;
  }

  private static void requireOneRow(ColumnTable table) throws UnreadableFileException {
    if (table.rows() != 1) {
      throw new UnreadableFileException(
          FileProblem.CORRUPTED, "a header of " + table.rows() + " rows");
    }
  }

  private static void longs(TableWriter table, Column.Longs column, long value) {
    table.longs(column, new long[] {value});
  }

  private static void ints(TableWriter table, Column.Ints column, int value) {
    table.ints(column, new int[] {value});
  }

  private static long micros(OptionalDouble seconds) {
    return seconds.isEmpty() ? UNKNOWN : Math.round(seconds.getAsDouble() * MICROS_PER_SECOND);
  }
}
