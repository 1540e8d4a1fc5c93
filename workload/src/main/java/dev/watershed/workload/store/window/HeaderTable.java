package dev.watershed.workload.store.window;

import dev.watershed.workload.KeptHashes;
import dev.watershed.workload.Quality;
import dev.watershed.workload.Workload;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    Quality quality = workload.quality();
    KeptHashes kept = workload.keptHashes();
    TableWriter table = begin(header);
    longs(table, WindowColumns.LONG_QUERY_TIME_MICROS, micros(quality.longQueryTimeSeconds()));
    ints(table, WindowColumns.SAMPLED, quality.sampled() ? 1 : 0);
    ints(table, WindowColumns.SLOT_MINUTES, quality.slotMinutes());
    longs(table, WindowColumns.KEPT_TEXTS, kept.texts());
    longs(table, WindowColumns.KEPT_SCHEMAS, kept.schemas());
    longs(table, WindowColumns.KEPT_ORIGINS, kept.origins());
    longs(table, WindowColumns.KEPT_CLASSES, kept.transactionClasses());
    longs(table, WindowColumns.KEPT_DIGEST_SCHEMAS, kept.digestSchemas());
    longs(table, WindowColumns.KEPT_STATEMENTS, kept.statements());
    longs(table, WindowColumns.KEPT_TRANSACTIONS, kept.transactions());
    return table.encode(compression);
  }

  private static TableWriter begin(WindowHeader header) {
    WindowName name = header.name();
    TableWriter table = new TableWriter(1);
    table.texts(WindowColumns.SERVER, List.of(name.server()));
    table.texts(WindowColumns.SOURCE, List.of(name.source()));
    table.texts(WindowColumns.LEVEL, List.of(name.level().key()));
    longs(table, WindowColumns.START_MICROS, micros(name.start()));
    longs(table, WindowColumns.SEQUENCE, name.sequence());
    longs(table, WindowColumns.OBSERVED_FROM_MICROS, micros(header.observedFrom()));
    longs(table, WindowColumns.OBSERVED_UNTIL_MICROS, micros(header.observedUntil()));
    table.texts(WindowColumns.COLLECTOR_VERSION, List.of(header.collectorVersion()));
    longs(table, WindowColumns.RUN, header.seal().run());
    ints(table, WindowColumns.PART, header.seal().part());
    ints(table, WindowColumns.PARTS, header.seal().parts());
    table.bytes(WindowColumns.CURSOR, List.of(header.seal().cursor().toArray()));
    return table;
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
            && longOf(table, WindowColumns.START_MICROS) == micros(name.start())
            && longOf(table, WindowColumns.SEQUENCE) == name.sequence();
    if (!same) {
      throw new UnreadableFileException(
          FileProblem.CORRUPTED, "it is another window than its name says");
    }
    try {
      return new WindowHeader(
          name,
          instant(longOf(table, WindowColumns.OBSERVED_FROM_MICROS)),
          instant(longOf(table, WindowColumns.OBSERVED_UNTIL_MICROS)),
          table.texts(WindowColumns.COLLECTOR_VERSION).get(0),
          new Seal(
              longOf(table, WindowColumns.RUN),
              table.only(WindowColumns.PART),
              table.only(WindowColumns.PARTS),
              ByteLists.immutable.of(table.bytes(WindowColumns.CURSOR).get(0))),
          superseded);
    } catch (IllegalArgumentException wrong) {
      UnreadableFileException unreadable =
          new UnreadableFileException(FileProblem.CORRUPTED, wrong.getMessage());
      unreadable.initCause(wrong);
      throw unreadable;
    }
  }

  static Visibility visibility(ColumnTable table) throws UnreadableFileException {
    requireOneRow(table);
    long threshold = longOf(table, WindowColumns.LONG_QUERY_TIME_MICROS);
    return new Visibility(
        threshold == UNKNOWN
            ? OptionalDouble.empty()
            : OptionalDouble.of(threshold / MICROS_PER_SECOND),
        table.only(WindowColumns.SAMPLED) != 0,
        Math.max(1, table.only(WindowColumns.SLOT_MINUTES)),
        new KeptHashes(
            longOf(table, WindowColumns.KEPT_TEXTS),
            longOf(table, WindowColumns.KEPT_SCHEMAS),
            longOf(table, WindowColumns.KEPT_ORIGINS),
            longOf(table, WindowColumns.KEPT_CLASSES),
            longOf(table, WindowColumns.KEPT_DIGEST_SCHEMAS),
            longOf(table, WindowColumns.KEPT_STATEMENTS),
            longOf(table, WindowColumns.KEPT_TRANSACTIONS)));
  }

  private static void requireOneRow(ColumnTable table) throws UnreadableFileException {
    if (table.rows() != 1) {
      throw new UnreadableFileException(
          FileProblem.CORRUPTED, "a header of " + table.rows() + " rows");
    }
  }

  private static long longOf(ColumnTable table, Column.Longs column)
      throws UnreadableFileException {
    return table.only(column);
  }

  private static void longs(TableWriter table, Column.Longs column, long value) {
    table.longs(column, new long[] {value});
  }

  private static void ints(TableWriter table, Column.Ints column, int value) {
    table.ints(column, new int[] {value});
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static long micros(OptionalDouble seconds) {
    return seconds.isEmpty() ? UNKNOWN : Math.round(seconds.getAsDouble() * MICROS_PER_SECOND);
  }
}
