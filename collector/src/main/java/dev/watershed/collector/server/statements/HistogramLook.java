package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Map<DigestKey, BucketCounts> known = known(counted, before);
    Set<DigestKey> wanted = wanted(known);
    Instant passedAt = before.histogramsAt();
    boolean costly = wanted.size() > HistogramQuery.MOST_LOOKUPS || before.owesHistograms();
    // A clock that was set back is no reason to wait.
    boolean tooSoon =
        passedAt.plus(PAUSE).isAfter(counted.serverTime())
            && !passedAt.isAfter(counted.serverTime());
    if (costly && tooSoon) {
      return counted.withHistograms(known, passedAt);
    }
    Answers answers = ask(server, wanted);
    boolean passed = costly || !answers.complete();
    return counted.withHistograms(
        together(known, wanted, answers), passed ? counted.serverTime() : passedAt);
  }

  private Set<DigestKey> wanted(Map<DigestKey, BucketCounts> known) {
    Set<DigestKey> wanted = new DigestKeys();
    counted
        .rows()
        .forEach(
            (key, counters) -> {
              BucketCounts counts = known.get(key);
              if (counts == null || counts.total() != counters.calls()) {
                wanted.add(key);
              }
            });
    return wanted;
  }

  /**
   * What the server answered.
   *
   * @param complete whether it did so in time
   */
  private record Answers(Map<DigestKey, BucketCounts> histograms, boolean complete) {}

  private static Answers ask(ServerQueries server, Set<DigestKey> wanted) throws ServerException {
    List<Query<Map<DigestKey, BucketCounts>>> queries = HistogramQuery.of(wanted);
    if (queries.size() == 1) {
      Optional<Map<DigestKey, BucketCounts>> answer = ask(server, queries.get(0));
      return new Answers(answer.orElse(Map.of()), answer.isPresent());
    }
    DigestMap.Builder<BucketCounts> histograms = new DigestMap.Builder<>(BucketCounts.CODEC);
    for (Query<Map<DigestKey, BucketCounts>> query : queries) {
      Optional<Map<DigestKey, BucketCounts>> answer = ask(server, query);
      if (answer.isEmpty()) {
        return new Answers(histograms.build(), false);
      }
      answer.get().forEach(histograms::put);
    }
    return new Answers(histograms.build(), true);
  }

  /** An answer; empty if the server did not give it in time. */
  private static Optional<Map<DigestKey, BucketCounts>> ask(
      ServerQueries server, Query<Map<DigestKey, BucketCounts>> query) throws ServerException {
    try {
      return Optional.of(server.ask(query));
    } catch (ServerException e) {
      if (e.problem() != ServerProblem.TIME_LIMIT) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** What is known with the answers; what the server owes is unknown from now on. */
  private Map<DigestKey, BucketCounts> together(
      Map<DigestKey, BucketCounts> known, Set<DigestKey> wanted, Answers answers) {
    // Without a row in an answer that has others, a histogram is empty.
    boolean others = wanted.stream().anyMatch(answers.histograms()::containsKey);
    DigestMap.Builder<BucketCounts> histograms = new DigestMap.Builder<>(BucketCounts.CODEC);
    for (DigestKey key : counted.rows().keySet()) {
      BucketCounts answer = answers.histograms().get(key);
      boolean owed = answer == null && wanted.contains(key);
      BucketCounts counts = answer == null ? known.get(key) : answer;
      if (counts != null && !(owed && !answers.complete())) {
        histograms.put(key, counts);
      } else if (owed && answers.complete() && others) {
        histograms.put(key, BucketCounts.NOTHING);
      }
    }
    return histograms.build();
  }

  /**
   * What is known without asking: the histograms of before, and nothing yet for rows that are new
   * or began anew. What was unknown before stays unknown.
   */
  static Map<DigestKey, BucketCounts> known(StatementSample counted, StatementSample before) {
    DigestMap.Builder<BucketCounts> known = new DigestMap.Builder<>(BucketCounts.CODEC);
    counted
        .rows()
        .forEach(
            (key, now) -> {
              DigestCounters then = before.rows().get(key);
              boolean fresh = then == null || now.resetSince(then);
              BucketCounts counts = fresh ? BucketCounts.NOTHING : before.histograms().get(key);
              if (counts != null) {
                known.put(key, counts);
              }
            });
    return known.build();
  }
}
