package dev.watershed.analyzer.index.result;

import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.index.trial.TrialOutcome;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.understanding.UnderstandingCoverage;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is advised for the servers that hold one set of data.
 *
 * @param name of the cluster, or of the one server
 * @param servers whose load was read, in order
 * @param version of the server whose catalog was read; empty without a catalog
 * @param observedSeconds from the first statement to the last
 * @param tables of the catalog
 * @param tablesWithoutStatistics those of them whose rows nobody counted
 * @param coverage how much of the load was understood
 * @param indexes to add first, the one that spares most first, then those to drop
 * @param rewrites what no index can mend, the greatest share of the load first
 * @param texts of the digests that are named, once each, ordered by digest
 * @param saidUnknowns what could not be judged and why, whole sentences
 * @param trials what came of trying the advice on a copy; empty if it was not tried
 */
public record ServerAdvice(
    String name,
    List<String> servers,
    Optional<String> version,
    double observedSeconds,
    int tables,
    int tablesWithoutStatistics,
    UnderstandingCoverage coverage,
    List<PlannedAdvice> indexes,
    List<RewriteAdvice> rewrites,
    List<NamedText> texts,
    List<Saying> saidUnknowns,
    List<TrialOutcome> trials) {

  /** A digest and its fingerprint. */
  public record NamedText(long digest, String fingerprint) {

    public NamedText {
      Objects.requireNonNull(fingerprint, "fingerprint");
    }
  }

  public ServerAdvice {
    Objects.requireNonNull(name, "name");
    servers = List.copyOf(servers);
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(coverage, "coverage");
    indexes = List.copyOf(indexes);
    rewrites = List.copyOf(rewrites);
    texts = texts.stream().sorted(Comparator.comparingLong(NamedText::digest)).toList();
    saidUnknowns = List.copyOf(saidUnknowns);
    trials = List.copyOf(trials);
  }

  /** The same, tried on a copy. */
  public ServerAdvice tried(List<TrialOutcome> outcomes) {
    return new ServerAdvice(
        name,
        servers,
        version,
        observedSeconds,
        tables,
        tablesWithoutStatistics,
        coverage,
        indexes,
        rewrites,
        texts,
        saidUnknowns,
        outcomes);
  }

  /** The same with some of the advice only. */
  ServerAdvice only(Predicate<PlannedAdvice> ofIndexes, Predicate<RewriteAdvice> ofRewrites) {
    return new ServerAdvice(
        name,
        servers,
        version,
        observedSeconds,
        tables,
        tablesWithoutStatistics,
        coverage,
        indexes.stream().filter(ofIndexes).toList(),
        rewrites.stream().filter(ofRewrites).toList(),
        texts,
        saidUnknowns,
        trials);
  }

  /** What came of trying an advice; empty if it was not tried. */
  public Optional<TrialOutcome> trial(String adviceId) {
    return trials.stream().filter(trial -> trial.adviceId().equals(adviceId)).findFirst();
  }

  /** The text of a digest; empty where it is not named. */
  public String text(long digest) {
    int from = 0;
    int to = texts.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (texts.get(middle).digest() < digest) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    boolean found = from < texts.size() && texts.get(from).digest() == digest;
    return found ? texts.get(from).fingerprint() : "";
  }

  /** What could not be judged in English. */
  public List<String> unknowns() {
    return Saying.texts(saidUnknowns);
  }
}
