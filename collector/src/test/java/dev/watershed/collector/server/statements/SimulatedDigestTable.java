package dev.watershed.collector.server.statements;

import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.LatencyBuckets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A digest table that counts as the servers do, with a bound on its rows. It remembers every
 * execution since the beginning, so that sums can be compared with what was run.
 */
public final class SimulatedDigestTable {

  /** One execution. */
  public record Executed(String schema, String text, long picos, long rowsSent) {}

  private static final class Row {
    private final long[] values = new long[DigestCounter.values().length];
    private final Map<Integer, Long> buckets = new TreeMap<>();
    private long min = Long.MAX_VALUE;
    private long max;
    private long first;
    private long last;
  }

  private final int capacity;
  private final boolean histograms;
  private final Map<DigestKey, Row> rows = new HashMap<>();
  private final Map<DigestKey, String> texts = new HashMap<>();
  private final List<Executed> executed = new ArrayList<>();
  private long lost;

  /** A table of so many rows, beside the one for everything else. */
  public SimulatedDigestTable(int capacity, boolean histograms) {
    this.capacity = capacity;
    this.histograms = histograms;
  }

  /** Runs a statement that ends at this time of the server. */
  public void run(String schema, String text, long picos, long rowsSent, Instant now) {
    DigestKey key = new DigestKey(schema, "%08x".formatted(text.hashCode()));
    if (!rows.containsKey(key) && rows.size() >= capacity) {
      key = new DigestKey("", "");
      lost++;
    }
    texts.put(key, text);
    Row row = rows.computeIfAbsent(key, some -> new Row());
    row.values[DigestCounter.CALLS.ordinal()]++;
    row.values[DigestCounter.TIME.ordinal()] += picos;
    row.values[DigestCounter.ROWS_SENT.ordinal()] += rowsSent;
    row.buckets.merge(LatencyBuckets.indexOfMicros(picos / 1_000_000), 1L, Long::sum);
    row.min = Math.min(row.min, picos);
    row.max = Math.max(row.max, picos);
    row.last = micros(now);
    row.first = row.first == 0 ? row.last : row.first;
    executed.add(new Executed(schema, text, picos, rowsSent));
  }

  /** What TRUNCATE does. */
  public void truncate() {
    rows.clear();
  }

  /** What was run since the beginning, or since this was called the last time. */
  public List<Executed> takeExecuted() {
    List<Executed> taken = List.copyOf(executed);
    executed.clear();
    return taken;
  }

  /** What a sample of it shows. */
  StatementSample sample(Instant now) {
    Map<DigestKey, DigestCounters> counters = new HashMap<>();
    Map<DigestKey, BucketCounts> times = new HashMap<>();
    Map<DigestKey, DigestName> names = new HashMap<>();
    rows.forEach(
        (key, row) -> {
          counters.put(
              key, new DigestCounters(row.values.clone(), row.min, row.max, row.first, row.last));
          if (histograms) {
            times.put(key, buckets(row));
          }
          if (!key.lumped()) {
            names.put(key, new DigestName(Fingerprints.ofDigestText(texts.get(key)), false));
          }
        });
    return new StatementSample(
        now, counters, times, now, DigestNames.of(names), lost, Optional.empty());
  }

  private static BucketCounts buckets(Row row) {
    BucketCounts.Collecting counts = new BucketCounts.Collecting();
    row.buckets.forEach(counts::add);
    return counts.toCounts();
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }
}
