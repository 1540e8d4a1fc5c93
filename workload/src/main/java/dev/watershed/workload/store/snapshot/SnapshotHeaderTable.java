package dev.watershed.workload.store.snapshot;

import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.Micros;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.Container;
import dev.watershed.workload.store.container.ContainerWriter;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.util.List;

/** The header of a snapshot as three tables. */
final class SnapshotHeaderTable {

  static final String HEADER = "snapshot";
  private static final String SERVERS = "servers";
  private static final String SERVICES = "services";

  private static final Column.Ints FORMAT = new Column.Ints("format", 0);
  private static final Column.Texts ID = new Column.Texts("id");
  private static final Column.Longs MADE_AT_MICROS = new Column.Longs("made_at_micros", 0);
  private static final Column.Longs FROM_MICROS = new Column.Longs("from_micros", 0);
  private static final Column.Longs UNTIL_MICROS = new Column.Longs("until_micros", 0);
  private static final Column.Texts VERSION = new Column.Texts("version");
  private static final Column.Texts NAME = new Column.Texts("name");

  private SnapshotHeaderTable() {}

  static boolean isSection(String name) {
    return name.equals(HEADER) || name.equals(SERVERS) || name.equals(SERVICES);
  }

  static void write(SnapshotHeader header, ContainerWriter file) {
    file.add(
        HEADER,
        new TableWriter(1)
            .ints(FORMAT, new int[] {SnapshotFile.VERSION})
            .texts(ID, List.of(header.id()))
            .longs(MADE_AT_MICROS, new long[] {Micros.of(header.madeAt())})
            .longs(FROM_MICROS, new long[] {Micros.of(header.from())})
            .longs(UNTIL_MICROS, new long[] {Micros.of(header.until())})
            .texts(VERSION, List.of(header.version()))
            .encode(Compression.NONE));
    file.add(SERVERS, names(header.servers()));
    file.add(SERVICES, names(header.services()));
  }

  /**
   * Reads it.
   *
   * @throws UnreadableFileException also if a newer version wrote it
   */
  static SnapshotHeader read(Container file) throws UnreadableFileException {
    try (ColumnMemory memory = new ColumnMemory();
        ColumnTable table = ColumnTable.read(file.parts(HEADER), memory)) {
      if (table.rows() != 1) {
        throw new UnreadableFileException(FileProblem.CORRUPTED, "no header");
      }
      int format = table.only(FORMAT);
      if (format > SnapshotFile.VERSION) {
        throw new UnreadableFileException(
            FileProblem.NEWER, "its format is " + format + ", known is " + SnapshotFile.VERSION);
      }
      return new SnapshotHeader(
          table.texts(ID).get(0),
          Micros.instant(table.only(MADE_AT_MICROS)),
          Micros.instant(table.only(FROM_MICROS)),
          Micros.instant(table.only(UNTIL_MICROS)),
          table.texts(VERSION).get(0),
          names(file, SERVERS, memory),
          names(file, SERVICES, memory));
    } catch (IllegalArgumentException wrong) {
      UnreadableFileException unreadable =
          new UnreadableFileException(FileProblem.CORRUPTED, wrong.getMessage());
      unreadable.initCause(wrong);
      throw unreadable;
    }
  }

  private static ByteBuffer names(List<String> names) {
    return new TableWriter(names.size()).texts(NAME, names).encode(Compression.NONE);
  }

  private static List<String> names(Container file, String section, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = ColumnTable.read(file.parts(section), memory)) {
      return List.copyOf(table.texts(NAME));
    }
  }
}
