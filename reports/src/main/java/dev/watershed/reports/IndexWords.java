package dev.watershed.reports;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.trial.TrialHost;
import dev.watershed.analyzer.index.trial.TrialOutcome;
import dev.watershed.analyzer.index.trial.TriedStatement;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.understanding.UnderstandingCoverage;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Index advice in words, the same on a terminal and on a page. */
public final class IndexWords {

  private IndexWords() {}

  /** The columns of an index: {@code (member_id, created_at desc)}. */
  public static String parts(IndexDefinition index) {
    return index.parts().stream().map(IndexWords::part).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String part(IndexPart part) {
    return part.subject()
        + (part.prefixLength().isPresent() ? "(" + part.prefixLength().getAsInt() + ")" : "")
        + (part.descending() ? " desc" : "");
  }

  /** What an advice brings, or why an index may go. */
  public static String summary(IndexAdvice advice) {
    return saidSummary(advice).text();
  }

  /** The same for every language. */
  public static Saying saidSummary(IndexAdvice advice) {
    List<String> others = advice.others();
    String name = advice.index().name();
    return switch (advice.kind()) {
      case ADD -> gain(advice);
      case EXTEND -> Saying.of("index.extend", "{0}; takes the place of {1}", gain(advice), others);
      case DROP_DUPLICATE -> Saying.of("index.duplicate", "{0} is the same as {1}", name, others);
      case DROP_REDUNDANT ->
          Saying.of("index.redundant", "{0} begins with the columns of {1}", others, name);
      case DROP_UNUSED -> Saying.of("index.unused", "{0} was not used while it was watched", name);
      case MAKE_VISIBLE ->
          Saying.of("index.hidden", "{0}; {1} is there, and hidden", gain(advice), name);
      case DROP_LOW_VALUE -> loss(advice);
    };
  }

  private static Saying digests(IndexAdvice advice) {
    int digests = advice.effects().size();
    return Saying.of(
        "digests", digests == 1 ? "{0} digest" : "{0} digests", Units.grouped(digests));
  }

  private static Saying gain(IndexAdvice advice) {
    double before = advice.effects().stream().mapToDouble(IndexWords::rowsBefore).sum();
    double after = advice.effects().stream().mapToDouble(IndexWords::rowsAfter).sum();
    double share = advice.effects().stream().mapToDouble(DigestEffect::loadShare).sum();
    return Saying.of(
        "index.gain",
        "{0} with {1} of the time; rows examined: {2} → {3} in all, by the model",
        digests(advice),
        Units.percent(share),
        Units.count(Math.round(before)),
        Units.count(Math.round(after)));
  }

  /** What an index of low value spares, and how many times its upkeep costs that. */
  private static Saying loss(IndexAdvice advice) {
    double before = advice.effects().stream().mapToDouble(IndexWords::costBefore).sum();
    double loss = -advice.effects().stream().mapToDouble(DigestEffect::gain).sum();
    double share = advice.effects().stream().mapToDouble(DigestEffect::loadShare).sum();
    Saying dearer =
        loss <= 0
            ? Saying.of("index.no-dearer", "without it they cost no more")
            : Saying.of(
                "index.dearer",
                "without it they cost {0} more, and its upkeep costs {1} times as much as that",
                Units.percent(loss / before),
                Units.count(Math.round((advice.netGain() + loss) / loss)));
    Saying all =
        Saying.of(
            "index.loss",
            "{0} with {1} of the time; {2}, by the model",
            digests(advice),
            Units.percent(share),
            dearer);
    return advice.others().isEmpty()
        ? all
        : Saying.of("index.instead", "{0}; instead: {1}", all, advice.others());
  }

  private static double costBefore(DigestEffect effect) {
    return effect.calls() * effect.costBefore();
  }

  private static double rowsBefore(DigestEffect effect) {
    return effect.calls() * effect.rowsBefore();
  }

  private static double rowsAfter(DigestEffect effect) {
    return effect.calls() * effect.rowsAfter();
  }

  /** Size, writes and confidence. */
  public static String cost(IndexAdvice advice) {
    return saidCost(advice).text();
  }

  /** The same for every language. */
  public static Saying saidCost(IndexAdvice advice) {
    Saying size =
        advice.bytes().isPresent()
            ? Saying.verbatim(Units.bytes(advice.bytes().getAsLong()))
            : Saying.of("cost.size-unknown", "of unknown size");
    Saying entries =
        advice.entriesWrittenPerSecond().isPresent()
            ? Saying.of(
                "cost.entries",
                "{0} entries written a second",
                Units.ratio(advice.entriesWrittenPerSecond().getAsDouble()))
            : Saying.of("cost.entries-unknown", "writes unknown");
    Saying confidence = confidence(advice.confidence());
    return advice.kind().isDrop()
        ? Saying.of("cost.back", "gives back {0}, {1}, confidence {2}", size, entries, confidence)
        : Saying.of("cost.takes", "takes {0}, {1}, confidence {2}", size, entries, confidence);
  }

  private static Saying confidence(IndexAdvice.Confidence confidence) {
    return switch (confidence) {
      case HIGH -> Saying.of("cost.high", "high");
      case MEDIUM -> Saying.of("cost.medium", "medium");
      case LOW -> Saying.of("cost.low", "low");
    };
  }

  /** What came of trying an advice on a copy, a line for the index and one for each statement. */
  public static List<String> trial(TrialOutcome trial) {
    return Saying.texts(saidTrial(trial));
  }

  /** The same for every language. */
  public static List<Saying> saidTrial(TrialOutcome trial) {
    List<Saying> lines = new ArrayList<>();
    lines.add(
        Saying.of(
            "trial.tried",
            "tried: {0}{1}{2}",
            said(trial),
            trial.statements().isEmpty()
                ? Saying.nothing()
                : Saying.of(
                    "trial.run",
                    "; {0} run",
                    Saying.count(
                        "statements", trial.statements().size(), "statement", "statements")),
            trial.skipped() > 0
                ? Saying.of("trial.skipped", ", {0} not run", trial.skipped())
                : Saying.nothing()));
    trial.statements().forEach(statement -> lines.add(tried(statement)));
    trial
        .refusedStatements()
        .forEach(
            refusal ->
                lines.add(
                    Saying.of(
                        "trial.statement-refused",
                        "{0}: the copy refuses it: {1}",
                        Fingerprints.idOf(refusal.digest()),
                        refusal.reason())));
    return lines;
  }

  private static Saying said(TrialOutcome trial) {
    return switch (trial.verdict()) {
      case PROVEN ->
          Saying.of("trial.proven", "proven, the optimizer takes it and reads fewer rows");
      case NO_FEWER_ROWS ->
          Saying.of("trial.no-fewer", "the optimizer takes it, but reads no fewer rows");
      case MORE_ROWS -> Saying.of("trial.more", "refuted, more rows are read with it");
      case NOT_TAKEN -> Saying.of("trial.not-taken", "the optimizer does not take it");
      case NOT_RUN -> Saying.of("trial.not-run", "built, but no statement could be run");
      case NOT_BUILT ->
          Saying.of("trial.not-built", "could not be built: {0}", trial.refused().orElse(""));
    };
  }

  private static Saying tried(TriedStatement statement) {
    return Saying.of(
        "trial.statement",
        "{0}: rows read {1} → {2}, {3} → {4}{5}",
        Fingerprints.idOf(statement.digest()),
        rows(statement.without()),
        rows(statement.with()),
        statement.without().map(run -> Units.micros(run.micros())).orElse("–"),
        statement.with().map(run -> Units.micros(run.micros())).orElse("–"),
        statement.guessed()
            ? Saying.of("trial.guessed", " (some literals guessed)")
            : Saying.nothing());
  }

  private static Saying rows(Optional<TrialHost.Measured> run) {
    return run.map(known -> Saying.verbatim(Units.grouped(known.rowsRead())))
        .orElse(Saying.of("trial.too-long", "(too long)"));
  }

  /** A kind of what was not understood. */
  public static String issue(UnderstandingCoverage.Count issue) {
    return Units.counted(issue.statements(), "statement")
        + ": "
        + issue.reason().key()
        + (issue.example().isEmpty() ? "" : " (" + issue.example() + ")")
        + ", such as "
        + Fingerprints.idOf(issue.exampleDigest());
  }
}
