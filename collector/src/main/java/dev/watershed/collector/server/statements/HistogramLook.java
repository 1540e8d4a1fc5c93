package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Asks for the histograms that lag behind their counters: of digests that moved, and of those that
 * moved while somebody else's were asked for. Few are asked for at once. Many cost the server a
 * pass over the whole table, so that they are asked for every five minutes at most: nothing is lost
 * by that, since histograms are cumulative.
 */
final class HistogramLook {

  /** From pass to pass, a little less than the five minutes that samples come in. */
  static final Duration PAUSE = Duration.ofSeconds(290);

  private final StatementSample counted;
  private final StatementSample before;
  private final Map<DigestKey, BucketCounts> histograms = new HashMap<>();
  private final Set<DigestKey> wanted = new HashSet<>();

  /**
   * @param counted a sample without histograms
   * @param before the sample before
   */
  HistogramLook(StatementSample counted, StatementSample before) {
    this.counted = counted;
    this.before = before;
  }

  /** The sample with the histograms. */
  StatementSample take(ServerQueries server) throws ServerException {
    if (!server.columns().has(DigestTable.HISTOGRAMS)) {
      return counted;
    }
    histograms.putAll(known(counted, before));
    counted
        .rows()
        .forEach(
            (key, counters) -> {
              if (histograms.get(key).total() != counters.calls()) {
                wanted.add(key);
              }
            });
    Instant passedAt = before.histogramsAt();
    if (wanted.size() > HistogramQuery.MOST_LOOKUPS) {
      if (passedAt.plus(PAUSE).isAfter(counted.serverTime())) {
        return counted.withHistograms(histograms, passedAt);
      }
      passedAt = counted.serverTime();
    }
    for (Query<Map<DigestKey, BucketCounts>> query : HistogramQuery.of(wanted)) {
      server
          .ask(query)
          .forEach((key, counts) -> histograms.computeIfPresent(key, (same, known) -> counts));
    }
    return counted.withHistograms(histograms, passedAt);
  }

  /** What is known without asking: the histograms of before, but for rows that began anew. */
  static Map<DigestKey, BucketCounts> known(StatementSample counted, StatementSample before) {
    Map<DigestKey, BucketCounts> known = new HashMap<>();
    counted
        .rows()
        .forEach(
            (key, now) -> {
              DigestCounters then = before.rows().getOrDefault(key, DigestCounters.NOTHING);
              known.put(key, now.resetSince(then) ? BucketCounts.NOTHING : before.histogram(key));
            });
    return known;
  }
}
