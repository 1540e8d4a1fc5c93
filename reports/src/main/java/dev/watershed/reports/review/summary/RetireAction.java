package dev.watershed.reports.review.summary;

import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What to retire: the tables that nobody uses, all together, else the first that is a copy. */
public final class RetireAction {

  private static final int MOST_NAMED = 3;

  /** What was watched for less may run every month. */
  private static final Duration LEAST_WATCHED = Duration.ofDays(31);

  private RetireAction() {}

  /** Empty where everything is used. */
  public static Optional<Block.Actions.Action> of(ReviewFacts facts, PageWords words) {
    List<Proposal> unused = facts.plan().proposals(ProposalKind.RETIRE_TABLES);
    List<String> tables = tables(unused, facts);
    if (!tables.isEmpty()) {
      return Optional.of(unused(tables, facts, words));
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

  private static List<String> tables(List<Proposal> proposals, ReviewFacts facts) {
    return proposals.stream()
        .flatMap(each -> each.touches().stream())
        .distinct()
        .sorted()
        .map(VisibleText::of)
        .filter(table -> facts.owner().isEmpty() || facts.owner().get().tables().contains(table))
        .toList();
  }

  private static Block.Actions.Action unused(
      List<String> tables, ReviewFacts facts, PageWords words) {
    Duration watched = Duration.ofSeconds((long) facts.fleet().coupling().input().longestSeconds());
    return new Block.Actions.Action(
        words.text("do.retire"),
        words.text(
            watched.compareTo(LEAST_WATCHED) < 0 ? "do.retire.early" : "do.retire.sentence",
            tables.size()),
        "",
        words.text(
            "do.retire.evidence",
            String.join(", ", tables.subList(0, Math.min(MOST_NAMED, tables.size()))),
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
