package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.plan.PlannedStep;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.trend.Rate;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.consolidation.RetiredTables;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps of a plan that the plan of the other span does not even name as an alternative. One counts
 * as new or gone only where the other span would have seen five times what it rests on: what
 * crosses, the statements that prove it, or the use of the tables that nobody uses in its own span.
 */
public final class StepChanges {

  /** A span of so many seconds. */
  private record Side(CouplingFacts coupling, double seconds) {}

  private StepChanges() {}

  /**
   * The table of steps with what is new in it.
   *
   * @param table whose first column is the id of a proposal
   */
  public static DataTable of(ReviewFacts facts, DataTable table, PageWords words) {
    if (facts.earlier().isEmpty()) {
      return table;
    }
    EarlierReview earlier = facts.earlier().get();
    Set<String> then = named(earlier.plan());
    Map<String, Proposal> now = new HashMap<>();
    facts.plan().steps().forEach(step -> now.put(step.proposal().id(), step.proposal()));
    Side nowSide = new Side(facts.fleet().coupling(), earlier.nowSeconds());
    Side thenSide = new Side(earlier.fleet().coupling(), earlier.seconds());
    return table.with(
        List.of(DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT)),
        row -> {
          String id = CellKey.of(row);
          return List.of(
              (then.contains(id)
                      ? ChangeWord.SAME
                      : only(now.get(id), nowSide, thenSide, ChangeWord.NEW))
                  .cell(words));
        });
  }

  /** Steps that are not planned any more: they were done, or their reason is gone. */
  public static DataTable gone(ReviewFacts facts, EarlierReview earlier, PageWords words) {
    Set<String> now = named(facts.plan());
    Side nowSide = new Side(facts.fleet().coupling(), earlier.nowSeconds());
    Side thenSide = new Side(earlier.fleet().coupling(), earlier.seconds());
    List<List<Cell>> rows = new ArrayList<>();
    for (PlannedStep step : earlier.plan().steps()) {
      Proposal proposal = step.proposal();
      if (!now.contains(proposal.id())) {
        rows.add(
            List.of(
                Cell.of(words.sentence(proposal.said())),
                Cell.of(words.text("proposal." + proposal.kind().key())),
                Cell.of(proposal.benefit()),
                only(proposal, thenSide, nowSide, ChangeWord.GONE).cell(words)));
      }
    }
    return new DataTable(
        "gone_steps",
        words.text("changes.steps"),
        List.of(
            DataColumn.of("what", words.text("column.what"), ColumnKind.PROSE),
            DataColumn.of("kind", words.text("column.kind"), ColumnKind.TEXT),
            DataColumn.of("spared", words.text("column.spared"), ColumnKind.RATE),
            DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT)),
        rows);
  }

  private static ChangeWord only(Proposal proposal, Side own, Side other, ChangeWord word) {
    return proposal.kind() == ProposalKind.RETIRE_TABLES
        ? unused(proposal, own, other, word)
        : seen(proposal, own, other, word);
  }

  private static ChangeWord seen(Proposal proposal, Side own, Side other, ChangeWord word) {
    double events =
        Math.max(
            proposal.benefit(),
            proposal.evidence().stream().mapToDouble(Evidence::callsPerSecond).sum());
    boolean rests = events > 0;
    return !rests || new Rate(events, own.seconds()).wouldShowIn(other.seconds())
        ? word
        : ChangeWord.UNDECIDED;
  }

  /** Whether the other span used one of the tables, or has it not. */
  private static ChangeWord unused(Proposal proposal, Side own, Side other, ChangeWord word) {
    CouplingFacts there = other.coupling();
    CoupledTables tables = own.coupling().input().tables();
    boolean told =
        RetiredTables.of(tables, proposal).stream()
            .map(tables::get)
            .map(each -> there.input().tables().find(each.dataSet(), each.schema(), each.name()))
            .anyMatch(
                found ->
                    found.isEmpty()
                        || TableCalls.of(there, found.getAsInt()).wouldShowIn(own.seconds()));
    return told ? word : ChangeWord.UNDECIDED;
  }

  private static Set<String> named(Plan plan) {
    Set<String> ids = new HashSet<>();
    plan.steps().forEach(step -> ids.add(step.proposal().id()));
    plan.alternatives().forEach(proposal -> ids.add(proposal.id()));
    return ids;
  }
}
