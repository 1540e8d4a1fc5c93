package dev.watershed.collector.host;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.CheckedBytes;
import dev.watershed.collector.encoding.DamagedBytesException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far a file of metrics was read.
 *
 * @param last the time of the last row that was taken: rows that are not later are known
 * @param badLines how many lines of the file made no sense so far
 */
record HostCursor(Instant last, long badLines) {

  private static final int VERSION = 1;

  byte[] encode() {
    return new ByteWriter()
        .number(VERSION)
        .signed(ChronoUnit.MICROS.between(Instant.EPOCH, last))
        .number(badLines)
        .toByteArray();
  }

  static HostCursor decode(byte[] bytes) throws DamagedBytesException {
    ByteReader reader = new ByteReader(bytes);
    CheckedBytes.requireVersion(reader.number(), VERSION);
    HostCursor cursor =
        new HostCursor(Instant.EPOCH.plus(reader.signed(), ChronoUnit.MICROS), reader.number());
    reader.end();
    return cursor;
  }
}
