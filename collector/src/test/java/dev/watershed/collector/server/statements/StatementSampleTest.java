package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.fingerprint.Fingerprint;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a server's last sample takes, of a full digest table that has counted for weeks. */
class StatementSampleTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final int DIGESTS = 10_000;
  private static final int BUCKETS = 20;
  private static final int COLUMNS = 60;

  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<DigestKey, DigestCounters> rows = new HashMap<>();
  private final Map<DigestKey, BucketCounts> histograms = new HashMap<>();
  private final Map<DigestKey, DigestName> names = new HashMap<>();

  StatementSampleTest() {
    for (int digest = 0; digest < DIGESTS; digest++) {
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      DigestKey key = new DigestKey("market", HexFormat.of().formatHex(hash));
      rows.put(key, counters());
      histograms.put(key, buckets());
      names.put(key, name(digest));
    }
  }

  @Test
  void countersAndHistogramsTakeABoundedNumberOfBytesForADigest() {
    StatementSample sample = sample();

    assertThat(sample.rows()).isInstanceOf(DigestMap.class).hasSize(DIGESTS);
    assertThat(((DigestMap<?>) sample.rows()).bytes() / DIGESTS).isLessThan(220);
    assertThat(sample.histograms()).isInstanceOf(DigestMap.class).isEqualTo(histograms);
    assertThat(((DigestMap<?>) sample.histograms()).bytes() / DIGESTS).isLessThan(220);
  }

  @Test
  void noTextIsHeldAsItIs() {
    DigestNames packed = sample().names();
    long characters =
        names.values().stream().mapToLong(name -> name.fingerprint().text().length()).sum();

    assertThat(characters / DIGESTS).isGreaterThan(900);
    assertThat(packed.open()).isEqualTo(names);
    assertThat(packed.bytes()).isLessThan(characters / 3);
  }

  /** What did not move is not held twice while a sample is taken. */
  @Test
  void aSampleWithOtherHistogramsSharesTheRest() {
    StatementSample sample = sample();
    StatementSample other = sample.withHistograms(Map.of(), NOW);

    assertThat(other.rows()).isSameAs(sample.rows());
    assertThat(other.names()).isSameAs(sample.names());
  }

  private StatementSample sample() {
    return new StatementSample(
        NOW, rows, histograms, NOW, DigestNames.of(names), 0, Optional.empty());
  }

  private DigestCounters counters() {
    long[] values = new long[DigestCounter.values().length];
    for (DigestCounter counter : DigestCounter.values()) {
      values[counter.ordinal()] = random.nextLong(counter.time() ? 1L << 60 : 1L << 32);
    }
    long seen = NOW.getEpochSecond() * 1_000_000;
    return new DigestCounters(values, random.nextLong(1L << 30), 1L << 45, seen, seen + 1);
  }

  private BucketCounts buckets() {
    BucketCounts.Collecting counts = new BucketCounts.Collecting();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      counts.add(100 + bucket, random.nextLong(1L << 28));
    }
    return counts.toCounts();
  }

  /** As an object-relational mapper writes them: long, and all columns of a table. */
  private DigestName name(int digest) {
    StringBuilder text = new StringBuilder("SELECT ");
    for (int column = 0; column < COLUMNS; column++) {
      text.append("b").append(digest % 100).append(".column_").append(column).append(", ");
    }
    text.append("1 FROM booking_").append(digest).append(" AS b").append(digest % 100);
    return new DigestName(new Fingerprint(random.nextLong(), text.toString(), false), false);
  }
}
