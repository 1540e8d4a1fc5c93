package dev.watershed.collector.follow;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.follow.FinishedLogs.FinishedLog;
import dev.watershed.collector.slowlog.CarriedState;
import dev.watershed.collector.transaction.TransactionTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/** Cursors as bytes: a version, the values, and a checksum (CRC-32C) of both. */
public final class CursorBytes {

  /** The version written. Readers know all versions up to it. */
  public static final int VERSION = 1;

  /** Stands in the place of the version where the log was read from a table of the server. */
  public static final int OF_TABLE = 1_000;

  private static final int CHECKSUM_BYTES = Long.BYTES;
  private static final int SMALLEST_LOG = 1 + Long.BYTES + 1;

  private CursorBytes() {}

  /** The bytes of a cursor. */
  public static byte[] encode(LogCursor cursor) {
    ByteWriter writer = new ByteWriter().number(VERSION);
    LogPosition position = cursor.position();
    identity(writer, position.file());
    writer.number(position.offset());
    FinishedLogs finished = position.finished();
    writer.number(finished.logs().size());
    for (FinishedLog log : finished.logs()) {
      identity(writer, log.identity());
      time(writer, known(log.beganMicros()));
    }
    time(writer, known(finished.forgottenMicros()));
    CarriedState carried = cursor.carried();
    writer.text(carried.schema()).number(carried.decidedUntil());
    time(writer, carried.lastMicros());
    time(writer, carried.slotMicros());
    writer.bytes(carried.transactions());
    byte[] values = writer.toByteArray();
    return new ByteWriter().bytes(values).fixed(checksum(values, values.length)).toByteArray();
  }

  /**
   * The cursor of bytes.
   *
   * @throws DamagedBytesException if the bytes are damaged, or of a newer version
   */
  public static LogCursor decode(byte[] bytes) throws DamagedBytesException {
    int length = bytes.length - CHECKSUM_BYTES;
    if (length < 1) {
      throw new DamagedBytesException("a cursor of " + bytes.length + " bytes");
    }
    long version = new ByteReader(bytes, length).number();
    if (version == OF_TABLE) {
      throw new DamagedBytesException(
          "it was read from the table mysql.slow_log, and slowLog names a file; give the server"
              + " another name, or slowLog: table again");
    }
    if (version != VERSION) {
      throw new DamagedBytesException(
          "a cursor of version " + version + "; this Watershed reads version " + VERSION);
    }
    ByteReader reader = new ByteReader(bytes);
    reader.skip(length);
    if (reader.fixed() != checksum(bytes, length)) {
      throw new DamagedBytesException("a cursor with a wrong checksum");
    }
    try {
      return values(new ByteReader(bytes, length));
    } catch (IllegalArgumentException e) {
      throw new DamagedBytesException("a cursor that makes no sense: " + e.getMessage());
    }
  }

  private static LogCursor values(ByteReader reader) throws DamagedBytesException {
    reader.number();
    LogIdentity file = identity(reader);
    long offset = reader.number();
    List<FinishedLog> logs = new ArrayList<>();
    for (int left = reader.count(SMALLEST_LOG); left > 0; left--) {
      LogIdentity identity = identity(reader);
      logs.add(new FinishedLog(identity, time(reader).orElse(FinishedLogs.NOTHING)));
    }
    long forgotten = time(reader).orElse(FinishedLogs.NOTHING);
    String schema = reader.text();
    long decidedUntil = reader.number();
    OptionalLong lastMicros = time(reader);
    OptionalLong slotMicros = time(reader);
    ByteWriter transactions = new ByteWriter();
    TransactionTracker.read(reader).write(transactions);
    reader.end();
    return new LogCursor(
        new LogPosition(file, offset, new FinishedLogs(logs, forgotten)),
        new CarriedState(schema, lastMicros, decidedUntil, slotMicros, transactions.toByteArray()));
  }

  private static void identity(ByteWriter writer, LogIdentity identity) {
    writer.number(identity.length()).fixed(identity.hash());
  }

  private static LogIdentity identity(ByteReader reader) throws DamagedBytesException {
    long length = reader.number();
    if (length < 1 || length > LogIdentity.MOST_BYTES) {
      throw new DamagedBytesException("an identity of " + length + " bytes");
    }
    return new LogIdentity((int) length, reader.fixed());
  }

  private static OptionalLong known(long micros) {
    return micros == FinishedLogs.NOTHING ? OptionalLong.empty() : OptionalLong.of(micros);
  }

  private static void time(ByteWriter writer, OptionalLong micros) {
    writer.flag(micros.isPresent());
    micros.ifPresent(writer::signed);
  }

  private static OptionalLong time(ByteReader reader) throws DamagedBytesException {
    return reader.flag() ? OptionalLong.of(reader.signed()) : OptionalLong.empty();
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }
}
