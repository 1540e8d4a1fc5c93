package dev.watershed.collector.server.slowlog;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.CheckedBytes;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.follow.CursorBytes;
import dev.watershed.collector.slowlog.CarriedState;
import dev.watershed.collector.transaction.TransactionTracker;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Everything that the next run needs to continue exactly where a window ended. As bytes: {@link
 * CursorBytes#OF_TABLE}, a version, the values, and a checksum (CRC-32C) of all.
 *
 * @param process whose rows were taken last
 */
record TableCursor(TablePositions positions, Process process, CarriedState carried) {

  /**
   * A server process.
   *
   * @param server its id
   * @param startedAt when it began, to the second
   */
  record Process(String server, Instant startedAt) {

    Process {
      Objects.requireNonNull(server, "server");
      Objects.requireNonNull(startedAt, "startedAt");
    }
  }

  private static final int VERSION = 1;
  private static final int SMALLEST_POSITION = 1 + Long.BYTES + 1 + Long.BYTES;

  TableCursor {
    Objects.requireNonNull(positions, "positions");
    Objects.requireNonNull(process, "process");
    Objects.requireNonNull(carried, "carried");
  }

  byte[] encode() {
    ByteWriter writer = new ByteWriter().number(CursorBytes.OF_TABLE).number(VERSION);
    writer.number(positions.tables().size());
    for (TablePosition table : positions.tables()) {
      writer.text(table.server()).fixed(table.first()).number(table.rows()).fixed(table.last());
    }
    writer.text(process.server()).signed(process.startedAt().getEpochSecond());
    writer.optional(carried.lastMicros()).optional(carried.slotMicros());
    return CheckedBytes.of(writer.bytes(carried.transactions()));
  }

  /**
   * The cursor of bytes.
   *
   * @throws DamagedBytesException if the bytes are damaged, of a newer version, or of a file
   */
  static TableCursor decode(byte[] bytes) throws DamagedBytesException {
    CheckedBytes checked = CheckedBytes.read(bytes);
    ByteReader reader = checked.values();
    if (reader.number() != CursorBytes.OF_TABLE) {
      throw new DamagedBytesException(
          "it was read from a file; give the server another name, or slowLog the file again");
    }
    CheckedBytes.requireVersion(reader.number(), VERSION);
    checked.verify();
    try {
      return values(reader);
    } catch (IllegalArgumentException e) {
      throw new DamagedBytesException("a cursor that makes no sense: " + e.getMessage());
    }
  }

  private static TableCursor values(ByteReader reader) throws DamagedBytesException {
    List<TablePosition> tables = new ArrayList<>();
    for (int left = reader.count(SMALLEST_POSITION); left > 0; left--) {
      tables.add(new TablePosition(reader.text(), reader.fixed(), reader.number(), reader.fixed()));
    }
    Process process = new Process(reader.text(), Instant.ofEpochSecond(reader.signed()));
    OptionalLong lastMicros = reader.optional();
    OptionalLong slotMicros = reader.optional();
    ByteWriter transactions = new ByteWriter();
    TransactionTracker.read(reader).write(transactions);
    reader.end();
    return new TableCursor(
        new TablePositions(tables),
        process,
        new CarriedState("", lastMicros, 0, slotMicros, transactions.toByteArray()));
  }

  /** When the last statement taken ended; the beginning of time where none was. */
  Instant lastEnd() {
    return Instant.EPOCH.plus(carried.lastMicros().orElse(0), ChronoUnit.MICROS);
  }
}
