package dev.watershed.collector.follow;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.CheckedBytes;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.follow.FinishedLogs.FinishedLog;
import dev.watershed.collector.slowlog.CarriedState;
import dev.watershed.collector.transaction.TransactionTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Cursors as bytes: a version, the values, and a checksum (CRC-32C) of both. */
public final class CursorBytes {

  /** The version written. Readers know all versions up to it. */
  public static final int VERSION = 1;

  /** Stands in the place of the version where the log was read from a table of the server. */
  public static final int OF_TABLE = 1_000;

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
      writer.optional(known(log.beganMicros()));
    }
    writer.optional(known(finished.forgottenMicros()));
    CarriedState carried = cursor.carried();
    writer.text(carried.schema()).number(carried.decidedUntil());
    writer.optional(carried.lastMicros()).optional(carried.slotMicros());
    return CheckedBytes.of(writer.bytes(carried.transactions()));
  }

  /**
   * The cursor of bytes.
   *
   * @throws DamagedBytesException if the bytes are damaged, or of a newer version
   */
  public static LogCursor decode(byte[] bytes) throws DamagedBytesException {
    CheckedBytes checked = CheckedBytes.read(bytes);
    long version = checked.values().number();
    if (version == OF_TABLE) {
      throw new DamagedBytesException(
          "it was read from the table mysql.slow_log, and slowLog names a file; give the server"
              + " another name, or slowLog: table again");
    }
    CheckedBytes.requireVersion(version, VERSION);
    checked.verify();
    try {
      return values(checked.values());
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
      logs.add(new FinishedLog(identity, reader.optional().orElse(FinishedLogs.NOTHING)));
    }
    long forgotten = reader.optional().orElse(FinishedLogs.NOTHING);
    String schema = reader.text();
    long decidedUntil = reader.number();
    OptionalLong lastMicros = reader.optional();
    OptionalLong slotMicros = reader.optional();
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
}
