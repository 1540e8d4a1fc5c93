package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.plan.PlannedStep;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Steps of a plan that the plan of the other span does not even name as an alternative. */
public final class StepChanges {

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
    Set<String> then = named(facts.earlier().get().plan());
    return table.with(
        List.of(DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT)),
        row ->
            List.of(
                (then.contains(CellKey.of(row)) ? ChangeWord.SAME : ChangeWord.NEW).cell(words)));
  }

  /** Steps that are not planned any more: they were done, or their reason is gone. */
  public static DataTable gone(ReviewFacts facts, EarlierReview earlier, PageWords words) {
    Set<String> now = named(facts.plan());
    List<List<Cell>> rows = new ArrayList<>();
    for (PlannedStep step : earlier.plan().steps()) {
      Proposal proposal = step.proposal();
      if (!now.contains(proposal.id())) {
        rows.add(
            List.of(
                Cell.of(proposal.message()),
                Cell.of(words.text("proposal." + proposal.kind().key())),
                Cell.of(proposal.benefit()),
                ChangeWord.GONE.cell(words)));
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

  private static Set<String> named(Plan plan) {
    Set<String> ids = new HashSet<>();
    plan.steps().forEach(step -> ids.add(step.proposal().id()));
    plan.alternatives().forEach(proposal -> ids.add(proposal.id()));
    return ids;
  }
}
