package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
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
 *
 * <p>A server that takes longer than its time limit is not asked again before the next five minutes
 * are over. The histograms that it owes are then unknown: what follows is compared with the next
 * answer, so that the times of a long gap never stand for those of a short span.
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
      return counted.withHistograms(Map.of(), Instant.EPOCH);
    }
    histograms.putAll(known(counted, before));
    counted
        .rows()
        .forEach(
            (key, counters) -> {
              BucketCounts known = histograms.get(key);
              if (known == null || known.total() != counters.calls()) {
                wanted.add(key);
              }
            });
    Instant passedAt = before.histogramsAt();
    boolean costly = wanted.size() > HistogramQuery.MOST_LOOKUPS || before.owesHistograms();
    if (costly && passedAt.plus(PAUSE).isAfter(counted.serverTime())) {
      return counted.withHistograms(histograms, passedAt);
    }
    boolean answered = ask(server);
    boolean passed = costly || !answered;
    return counted.withHistograms(histograms, passed ? counted.serverTime() : passedAt);
  }

  /** Whether the server answered in time; what it owes is unknown from now on. */
  private boolean ask(ServerQueries server) throws ServerException {
    Set<DigestKey> owed = new HashSet<>(wanted);
    try {
      for (Query<Map<DigestKey, BucketCounts>> query : HistogramQuery.of(wanted)) {
        server
            .ask(query)
            .forEach(
                (key, counts) -> {
                  if (counted.rows().containsKey(key)) {
                    histograms.put(key, counts);
                    owed.remove(key);
                  }
                });
      }
      if (owed.size() < wanted.size()) {
        // Without a row in an answer that has others, a histogram is empty.
        owed.forEach(key -> histograms.putIfAbsent(key, BucketCounts.NOTHING));
      }
      return true;
    } catch (ServerException e) {
      if (e.problem() != ServerProblem.TIME_LIMIT) {
        throw e;
      }
      histograms.keySet().removeAll(owed);
      return false;
    }
  }

  /**
   * What is known without asking: the histograms of before, and nothing yet for rows that are new
   * or began anew. What was unknown before stays unknown.
   */
  static Map<DigestKey, BucketCounts> known(StatementSample counted, StatementSample before) {
    Map<DigestKey, BucketCounts> known = new HashMap<>();
    counted
        .rows()
        .forEach(
            (key, now) -> {
              DigestCounters then = before.rows().getOrDefault(key, DigestCounters.NOTHING);
              boolean fresh = !before.rows().containsKey(key) || now.resetSince(then);
              if (fresh) {
                known.put(key, BucketCounts.NOTHING);
              } else if (before.histograms().containsKey(key)) {
                known.put(key, before.histogram(key));
              }
            });
    return known;
  }
}
