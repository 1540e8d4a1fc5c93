package dev.watershed.reports.review.summary;

import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.consolidation.RetiredTables;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to retire: the tables that nobody uses, all together, else the first that is a copy. */
public final class RetireAction {

  private static final int MOST_NAMED = 3;

  /** What was watched for less may run every month. */
  private static final Duration LEAST_WATCHED = Duration.ofDays(31);

  /** A table by its label, and how long its set of data was watched. */
  private record Unused(String table, double watchedSeconds) {}

  private RetireAction() {}

  /** Empty where everything is used. */
  public static Optional<Block.Actions.Action> of(ReviewFacts facts, PageWords words) {
    List<Unused> unused = unused(facts);
    if (!unused.isEmpty()) {
      return Optional.of(unused(unused, facts, words));
    }
    return facts.plan().proposals(ProposalKind.MERGE_TABLES).stream()
        .findFirst()
        .map(
            each ->
                new Block.Actions.Action(
                    words.text("do.retire"),
                    VisibleText.of(words.sentence(each.said())),
                    "",
                    words.text(
                        "do.confidence", words.text("confidence." + each.confidence().key())),
                    "",
                    CellText.address("proposal", each.id())));
  }

  /** Those that concern whose report it is, in order. */
  private static List<Unused> unused(ReviewFacts facts) {
    CouplingInput input = facts.fleet().coupling().input();
    List<Unused> unused = new ArrayList<>();
    for (Proposal proposal : facts.plan().proposals(ProposalKind.RETIRE_TABLES)) {
      double seconds = input.secondsOf(RetiredTables.dataSet(proposal));
      for (int table : RetiredTables.of(input.tables(), proposal)) {
        unused.add(new Unused(VisibleText.of(input.tables().label(table)), seconds));
      }
    }
    facts.owner().ifPresent(owner -> unused.removeIf(each -> !owner.tables().contains(each.table)));
    unused.sort(Comparator.comparing(Unused::table));
    return unused;
  }

  private static Block.Actions.Action unused(
      List<Unused> tables, ReviewFacts facts, PageWords words) {
    double seconds = tables.stream().mapToDouble(Unused::watchedSeconds).min().orElseThrow();
    Duration watched = Duration.ofSeconds((long) seconds);
    return new Block.Actions.Action(
        words.text("do.retire"),
        words.text(
            watched.compareTo(LEAST_WATCHED) < 0 ? "do.retire.early" : "do.retire.sentence",
            tables.size()),
        "",
        words.text(
            "do.retire.evidence",
            tables.stream().limit(MOST_NAMED).map(Unused::table).collect(Collectors.joining(", ")),
            Units.micros(watched.toMillis() * 1_000.0)),
        words.text(
            "do.retire.gain",
            tables.size(),
            facts
                .owner()
                .map(owner -> owner.tables().size())
                .orElseGet(() -> facts.fleet().coupling().input().tables().size())),
        "consolidation");
  }
}
