package dev.watershed.reports.review.summary;

import dev.watershed.analyzer.ranking.QualityFacts;
import dev.watershed.reports.AttributedShare;
import dev.watershed.reports.Units;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.SeenSpan;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.workload.Issue;
import dev.watershed.workload.IssueReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether one can trust the data, and what speaks against it. */
public final class DataTrust {

  private static final double MOST_UNATTRIBUTED = 0.05;
  private static final Duration LEAST_WATCHED = Duration.ofDays(7);

  /** Reasons by which something that ran is not in the figures. */
  private static final Set<IssueReason> LOSING =
      EnumSet.of(
          IssueReason.TRUNCATED_START,
          IssueReason.TRUNCATED_END,
          IssueReason.TRUNCATED_ARCHIVE,
          IssueReason.THROTTLED,
          IssueReason.NO_STATEMENT,
          IssueReason.UNREADABLE_METRIC,
          IssueReason.UNREADABLE_LINES,
          IssueReason.POSSIBLE_GAP,
          IssueReason.COUNTERS_RESET,
          IssueReason.LUMPED_BY_SERVER,
          IssueReason.FAILED_LOOK,
          IssueReason.OTHER_SERVER);

  private DataTrust() {}

  /** What speaks against it, a clause each; none where nothing does. */
  public static List<String> doubts(ReviewFacts facts, PageWords words) {
    List<String> doubts = new ArrayList<>();
    QualityFacts quality = facts.span().ranking().quality();
    Duration watched = watched(facts);
    if (watched.compareTo(LEAST_WATCHED) < 0) {
      doubts.add(words.text("trust.short", Units.micros(watched.toMillis() * 1_000.0)));
    }
    double unattributed = quality.unattributedShare().orElse(0);
    if (unattributed > MOST_UNATTRIBUTED) {
      doubts.add(words.text("trust.unattributed", Units.percent(unattributed)));
    }
    if (quality.visibility().hidesFastExecutions()) {
      doubts.add(words.text("trust.threshold"));
    }
    if (!facts.context().failed().isEmpty()) {
      doubts.add(words.text("trust.failed", facts.context().failed().size()));
    }
    long lost =
        quality.issues().stream()
            .filter(issue -> LOSING.contains(issue.reason()))
            .mapToLong(Issue::count)
            .sum();
    if (lost > 0) {
      doubts.add(words.text("trust.lost", Units.count(lost)));
    }
    List<String> withoutCatalog =
        facts.fleet().data().stream()
            .filter(data -> data.input().server().tables().isEmpty())
            .map(DataFacts::name)
            .toList();
    if (!withoutCatalog.isEmpty()) {
      doubts.add(words.text("trust.catalog", String.join(", ", withoutCatalog)));
    }
    return doubts;
  }

  /** From the first execution to the last. */
  static Duration watched(ReviewFacts facts) {
    return SeenSpan.of(facts.span()).map(SeenSpan::length).orElse(Duration.ZERO);
  }

  /** The line on the first screen. */
  public static Block.Actions.Action action(ReviewFacts facts, PageWords words) {
    List<String> doubts = doubts(facts, words);
    return new Block.Actions.Action(
        words.text("do.quality"),
        words.text(doubts.isEmpty() ? "trust.yes" : "trust.careful"),
        "",
        String.join(" · ", doubts),
        words.text("do.quality.gain", AttributedShare.text(facts.span().ranking().quality())),
        "quality");
  }
}
