package dev.watershed.reports.review.consolidation;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.plan.PlannedStep;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.whatif.Effort;
import dev.watershed.analyzer.consolidation.whatif.Step;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.text.CopyText;
import dev.watershed.reports.text.ObstacleText;
import dev.watershed.reports.text.RoomText;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The steps of a plan in their order, and what could be done instead. */
public final class StepTable {

  private StepTable() {}

  /** The steps; their rows have pages under the ids of their proposals. */
  public static DataTable steps(Plan plan, CouplingInput input, PageWords words) {
    ProposalNames names = new ProposalNames(input);
    List<List<Cell>> rows = new ArrayList<>();
    for (PlannedStep step : plan.steps()) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(step.proposal().id()));
      row.add(Cell.of(rows.size() + 1));
      row.addAll(proposal(step.proposal(), step.judged(), names, words));
      row.addAll(judged(step.judged(), words));
      row.add(Cell.of(step.alternatives()));
      rows.add(row);
    }
    List<DataColumn> columns = new ArrayList<>();
    columns.add(DataColumn.of("id", words.text("column.id"), ColumnKind.TEXT).hidden());
    columns.add(DataColumn.of("number", words.text("column.number"), ColumnKind.COUNT));
    columns.addAll(proposalColumns(words));
    columns.addAll(judgedColumns(words));
    columns.add(
        DataColumn.link("instead", words.text("column.instead"), ColumnKind.LINKS, "proposal")
            .hidden());
    return new DataTable("steps", words.text("steps.title"), "proposal", columns, rows);
  }

  /** What contradicts a step; rows have pages under their ids. */
  public static DataTable alternatives(Plan plan, CouplingInput input, PageWords words) {
    ProposalNames names = new ProposalNames(input);
    List<List<Cell>> rows = new ArrayList<>();
    for (Proposal proposal : plan.alternatives()) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(proposal.id()));
      row.addAll(proposal(proposal, Optional.empty(), names, words));
      row.add(
          Cell.of(
              plan.steps().stream()
                  .filter(step -> step.alternatives().contains(proposal.id()))
                  .map(step -> step.proposal().id())
                  .toList()));
      rows.add(row);
    }
    List<DataColumn> columns = new ArrayList<>();
    columns.add(DataColumn.of("id", words.text("column.id"), ColumnKind.TEXT).hidden());
    columns.addAll(proposalColumns(words));
    columns.add(
        DataColumn.link("against", words.text("column.against"), ColumnKind.LINKS, "proposal")
            .hidden());
    return new DataTable(
        "alternatives", words.text("alternatives.title"), "proposal", columns, rows);
  }

  private static List<DataColumn> proposalColumns(PageWords words) {
    return List.of(
        new DataColumn("what", words.text("column.what"), ColumnKind.SENTENCE, "proposal", true),
        DataColumn.of("kind", words.text("column.kind"), ColumnKind.TEXT),
        DataColumn.of("spared", words.text("column.spared"), ColumnKind.RATE),
        DataColumn.of("confidence", words.text("column.confidence"), ColumnKind.TEXT),
        DataColumn.of("saved", words.text("column.saved"), ColumnKind.TEXT).hidden(),
        DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service")
            .hidden(),
        DataColumn.link("tables", words.text("column.tables"), ColumnKind.LINKS, "table").hidden(),
        DataColumn.link("digests", words.text("column.evidence"), ColumnKind.LINKS, "digest")
            .hidden(),
        DataColumn.of("grounds", words.text("column.grounds"), ColumnKind.LINES).hidden(),
        DataColumn.of("how", words.text("column.howTo"), ColumnKind.LINES).hidden(),
        DataColumn.of("risks", words.text("column.risks"), ColumnKind.LINES).hidden());
  }

  private static List<Cell> proposal(
      Proposal proposal, Optional<Step> judged, ProposalNames names, PageWords words) {
    return List.of(
        Cell.of(words.sentence(proposal.said())),
        Cell.of(words.text("proposal." + proposal.kind().key())),
        Cell.of(proposal.benefit()),
        Cell.of(words.text("confidence." + proposal.confidence().key())),
        Cell.of(proposal.savedPerMonth().map(RoomText::saidSaved).map(words::say)),
        Cell.of(
            names.services(
                proposal, judged.map(step -> step.effort().services()).orElse(List.of()))),
        Cell.of(names.tables(proposal, judged.map(Step::tables).orElse(List.of()))),
        Cell.of(
            proposal.evidence().stream()
                .map(Evidence::digest)
                .distinct()
                .map(Fingerprints::idOf)
                .toList()),
        lines(words.sentences(proposal.saidGrounds())),
        lines(words.sentences(proposal.saidSteps())),
        lines(words.sentences(proposal.saidRisks())));
  }

  private static List<DataColumn> judgedColumns(PageWords words) {
    return List.of(
        DataColumn.of("days", words.text("column.days"), ColumnKind.RATIO),
        DataColumn.of("teams", words.text("column.teams"), ColumnKind.TEXT),
        DataColumn.of("moves", words.text("column.whatMoves"), ColumnKind.LINES).hidden(),
        DataColumn.of("changes", words.text("column.changes"), ColumnKind.LINES).hidden(),
        DataColumn.of("left", words.text("column.left"), ColumnKind.LINES).hidden(),
        DataColumn.of("capacity", words.text("column.capacity"), ColumnKind.LINES).hidden(),
        DataColumn.of("effort", words.text("column.effort"), ColumnKind.LINES).hidden(),
        DataColumn.of("obstacles", words.text("column.obstacles"), ColumnKind.LINES).hidden());
  }

  private static List<Cell> judged(Optional<Step> judged, PageWords words) {
    if (judged.isEmpty()) {
      return Collections.nCopies(judgedColumns(words).size(), Cell.unknown());
    }
    Step step = judged.get();
    return List.of(
        Cell.of(step.effort().days()),
        step.effort().teams().isEmpty() ? Cell.unknown() : Cell.of(step.effort().teams()),
        Cell.of(List.of(words.sentence(step.said()))),
        lines(CrossingTable.changes(step.before(), step.after(), words)),
        lines(CrossingTable.left(step.after(), words)),
        lines(words.sentences(RoomText.saidChanges(step.room()))),
        lines(words.sentences(effort(step.effort()))),
        lines(words.sentences(step.obstacles().stream().map(ObstacleText::said).toList())));
  }

  private static List<Saying> effort(Effort effort) {
    List<Saying> lines = new ArrayList<>(List.of(effort.said()));
    CopyText.said(effort).ifPresent(lines::add);
    return lines;
  }

  private static Cell lines(List<String> lines) {
    return lines.isEmpty() ? Cell.unknown() : Cell.of(lines);
  }
}
