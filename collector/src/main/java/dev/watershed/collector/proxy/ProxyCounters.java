package dev.watershed.collector.proxy;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.CheckedBytes;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.proxy.ProxyRow.Counters;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The counters of an export, which the next one is compared with. As bytes: a version, the values,
 * and a checksum (CRC-32C) of both.
 *
 * @param sampledAt when it was exported, to the second
 * @param startedAt when the proxy began, where the file told
 * @param rows by the key of the row
 */
record ProxyCounters(Instant sampledAt, Optional<Instant> startedAt, Map<Long, Row> rows) {

  private static final int VERSION = 1;
  private static final int MOST_ROWS = 400_000;
  private static final int SMALLEST_ROW = Long.BYTES + 6;

  /** The counters of a row, since it began and by extremes since then. */
  record Row(long firstSeen, long maxMicros, Counters counters) {}

  ProxyCounters {
    Objects.requireNonNull(sampledAt, "sampledAt");
    Objects.requireNonNull(startedAt, "startedAt");
    rows = Map.copyOf(rows);
  }

  /** Before the first export. */
  static ProxyCounters of(ProxyExport export) {
    return new ProxyCounters(export.sampledAt(), export.startedAt(), Map.of()).then(export, true);
  }

  /**
   * The counters behind another export. Rows that it lacks are kept: they may come back, and then
   * go on.
   *
   * @param anew whether the proxy began anew, so that none go on
   */
  ProxyCounters then(ProxyExport export, boolean anew) {
    Map<Long, Row> after = new HashMap<>(anew || rows.size() > MOST_ROWS ? Map.of() : rows);
    for (ProxyRow row : export.rows()) {
      after.put(row.key(), new Row(row.firstSeen(), row.maxMicros(), row.counters()));
    }
    // An export without rows does not tell when the proxy began.
    Optional<Instant> began = export.startedAt().or(() -> anew ? Optional.empty() : startedAt);
    return new ProxyCounters(export.sampledAt(), began, after);
  }

  byte[] encode() {
    ByteWriter writer = new ByteWriter().number(VERSION).signed(sampledAt.getEpochSecond());
    writer.flag(startedAt.isPresent());
    startedAt.ifPresent(began -> writer.signed(began.getEpochSecond()));
    writer.number(rows.size());
    new TreeMap<>(rows)
        .forEach(
            (key, row) -> {
              writer.fixed(key).number(row.firstSeen()).number(row.maxMicros());
              writer.number(row.counters().calls()).number(row.counters().timeMicros());
              writer.number(row.counters().rowsAffected()).number(row.counters().rowsSent());
            });
    return CheckedBytes.of(writer);
  }

  /**
   * The counters of bytes.
   *
   * @throws DamagedBytesException if the bytes are damaged, or of a newer version
   */
  static ProxyCounters decode(byte[] bytes) throws DamagedBytesException {
    CheckedBytes checked = CheckedBytes.read(bytes);
    ByteReader reader = checked.values();
    CheckedBytes.requireVersion(reader.number(), VERSION);
    checked.verify();
    Instant sampledAt = Instant.ofEpochSecond(reader.signed());
    Optional<Instant> startedAt =
        reader.flag() ? Optional.of(Instant.ofEpochSecond(reader.signed())) : Optional.empty();
    Map<Long, Row> rows = new HashMap<>();
    for (int left = reader.count(SMALLEST_ROW); left > 0; left--) {
      rows.put(
          reader.fixed(),
          new Row(
              reader.number(),
              reader.number(),
              new Counters(reader.number(), reader.number(), reader.number(), reader.number())));
    }
    reader.end();
    return new ProxyCounters(sampledAt, startedAt, rows);
  }
}
