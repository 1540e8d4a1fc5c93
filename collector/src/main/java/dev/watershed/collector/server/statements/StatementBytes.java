package dev.watershed.collector.server.statements;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Samples as bytes: a version, then the rows in order, each with its histogram. Names are left out:
 * whoever goes on asks for those that it needs. Equal samples give equal bytes.
 */
final class StatementBytes {

  /** The version written; others are not known. */
  static final int VERSION = 1;

  private static final int SMALLEST_ROW = 2 + DigestCounter.values().length;
  private static final Comparator<DigestKey> ORDER =
      Comparator.comparing(DigestKey::schema).thenComparing(DigestKey::serverDigest);

  private StatementBytes() {}

  static void encode(StatementSample sample, ByteWriter bytes) {
    bytes.number(VERSION).number(DigestCounter.values().length);
    bytes.signed(micros(sample.serverTime())).signed(micros(sample.histogramsAt()));
    bytes.number(sample.digestsLost());
    bytes.flag(sample.hidden().isPresent());
    sample.hidden().ifPresent(hidden -> hidden.encode(bytes));
    List<DigestKey> keys = sample.rows().keySet().stream().sorted(ORDER).toList();
    bytes.number(keys.size());
    String schema = "";
    for (DigestKey key : keys) {
      // Rows of one schema stand together: it is written where it changes.
      boolean same = key.schema().equals(schema);
      bytes.flag(same);
      if (!same) {
        bytes.text(key.schema());
        schema = key.schema();
      }
      digest(key.serverDigest(), bytes);
      sample.rows().get(key).encode(bytes);
      BucketCounts histogram = sample.histograms().get(key);
      bytes.flag(histogram != null);
      if (histogram != null) {
        histogram.encode(bytes);
      }
    }
  }

  static StatementSample decode(ByteReader bytes) throws DamagedBytesException {
    long version = bytes.number();
    long counters = bytes.number();
    if (version != VERSION || counters != DigestCounter.values().length) {
      throw new DamagedBytesException(
          "statements of version " + version + " with " + counters + " counters");
    }
    Instant time = instant(bytes.signed());
    Instant histogramsAt = instant(bytes.signed());
    long lost = bytes.number();
    Optional<DigestCounters> hidden =
        bytes.flag() ? Optional.of(DigestCounters.decode(bytes)) : Optional.empty();
    DigestMap.Builder<DigestCounters> rows = new DigestMap.Builder<>(DigestCounters.CODEC);
    DigestMap.Builder<BucketCounts> histograms = new DigestMap.Builder<>(BucketCounts.CODEC);
    String schema = "";
    for (int left = bytes.count(SMALLEST_ROW); left > 0; left--) {
      schema = bytes.flag() ? schema : bytes.text();
      DigestKey key = new DigestKey(schema, digest(bytes));
      rows.put(key, DigestCounters.decode(bytes));
      if (bytes.flag()) {
        histograms.put(key, BucketCounts.decode(bytes));
      }
    }
    return new StatementSample(
        time, rows.build(), histograms.build(), histogramsAt, DigestNames.NONE, lost, hidden);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Hexadecimal digits as half as many bytes; anything else as it is. */
  private static void digest(String digest, ByteWriter bytes) {
    boolean hex = DigestKeys.isHex(digest);
    bytes.flag(hex);
    if (hex) {
      byte[] half = HexFormat.of().parseHex(digest);
      bytes.number(half.length).bytes(half);
    } else {
      bytes.text(digest);
    }
  }

  private static String digest(ByteReader bytes) throws DamagedBytesException {
    return bytes.flag() ? HexFormat.of().formatHex(bytes.bytes(bytes.count(1))) : bytes.text();
  }
}
