package dev.watershed.reports;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.trial.TrialOutcome;
import dev.watershed.analyzer.index.trial.TriedStatement;
import dev.watershed.analyzer.understanding.UnderstandingCoverage;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.List;
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
    String others = String.join(", ", advice.others());
    return switch (advice.kind()) {
      case ADD -> gain(advice);
      case EXTEND -> gain(advice) + "; takes the place of " + others;
      case DROP_DUPLICATE -> advice.index().name() + " is the same as " + others;
      case DROP_REDUNDANT -> others + " begins with the columns of " + advice.index().name();
      case DROP_UNUSED -> advice.index().name() + " was not used while it was watched";
      case MAKE_VISIBLE -> gain(advice) + "; " + advice.index().name() + " is there, and hidden";
      case DROP_LOW_VALUE -> loss(advice);
    };
  }

  private static String gain(IndexAdvice advice) {
    double before = advice.effects().stream().mapToDouble(IndexWords::rowsBefore).sum();
    double after = advice.effects().stream().mapToDouble(IndexWords::rowsAfter).sum();
    double share = advice.effects().stream().mapToDouble(DigestEffect::loadShare).sum();
    return Units.counted(advice.effects().size(), "digest")
        + " with "
        + Units.percent(share)
        + " of the time; rows examined: "
        + Units.count(Math.round(before))
        + " → "
        + Units.count(Math.round(after))
        + " in all, by the model";
  }

  /** What an index of low value spares, and how many times its upkeep costs that. */
  private static String loss(IndexAdvice advice) {
    double before = advice.effects().stream().mapToDouble(IndexWords::costBefore).sum();
    double loss = -advice.effects().stream().mapToDouble(DigestEffect::gain).sum();
    double share = advice.effects().stream().mapToDouble(DigestEffect::loadShare).sum();
    String dearer =
        loss <= 0
            ? "without it they cost no more"
            : "without it they cost "
                + Units.percent(loss / before)
                + " more, and its upkeep costs "
                + Units.count(Math.round((advice.netGain() + loss) / loss))
                + " times as much as that";
    return Units.counted(advice.effects().size(), "digest")
        + " with "
        + Units.percent(share)
        + " of the time; "
        + dearer
        + ", by the model"
        + (advice.others().isEmpty() ? "" : "; instead: " + String.join(", ", advice.others()));
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
    String size =
        advice.bytes().isPresent() ? Units.bytes(advice.bytes().getAsLong()) : "of unknown size";
    String entries =
        advice.entriesWrittenPerSecond().isPresent()
            ? Units.ratio(advice.entriesWrittenPerSecond().getAsDouble())
                + " entries written a second"
            : "writes unknown";
    return (advice.kind().isDrop() ? "gives back " : "takes ")
        + size
        + ", "
        + entries
        + ", confidence "
        + advice.confidence().key();
  }

  /** What came of trying an advice on a copy, a line for the index and one for each statement. */
  public static List<String> trial(TrialOutcome trial) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "tried: "
            + said(trial)
            + (trial.statements().isEmpty()
                ? ""
                : "; " + Units.counted(trial.statements().size(), "statement") + " run")
            + (trial.skipped() > 0 ? ", " + trial.skipped() + " not run" : ""));
    trial.statements().forEach(statement -> lines.add(tried(statement)));
    return lines;
  }

  private static String said(TrialOutcome trial) {
    return switch (trial.verdict()) {
      case PROVEN -> "proven, the optimizer takes it and reads fewer rows";
      case NO_FEWER_ROWS -> "the optimizer takes it, but reads no fewer rows";
      case MORE_ROWS -> "refuted, more rows are read with it";
      case NOT_TAKEN -> "the optimizer does not take it";
      case NOT_RUN -> "built, but no statement could be run";
      case NOT_BUILT -> "could not be built: " + trial.refused().orElse("");
    };
  }

  private static String tried(TriedStatement statement) {
    return Fingerprints.idOf(statement.digest())
        + ": rows read "
        + statement.without().map(run -> Units.grouped(run.rowsRead())).orElse("(too long)")
        + " → "
        + statement.with().map(run -> Units.grouped(run.rowsRead())).orElse("(too long)")
        + ", "
        + statement.without().map(run -> Units.micros(run.micros())).orElse("–")
        + " → "
        + statement.with().map(run -> Units.micros(run.micros())).orElse("–")
        + (statement.guessed() ? " (some literals guessed)" : "");
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
