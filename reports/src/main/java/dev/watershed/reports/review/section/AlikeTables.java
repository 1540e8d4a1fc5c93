package dev.watershed.reports.review.section;

import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.List;

/** The table of pairs of tables that have nearly the same columns, as the plan names them. */
final class AlikeTables {

  private AlikeTables() {}

  static DataTable of(ReviewFacts facts, PageWords words) {
    return new DataTable(
        "alike_tables",
        words.text("tables.alike"),
        List.of(
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.link("other", words.text("column.otherTable"), ColumnKind.LINK, "table"),
            DataColumn.of("why", words.text("column.why"), ColumnKind.PROSE),
            DataColumn.of("message", words.text("column.proposal"), ColumnKind.PROSE),
            DataColumn.of("confidence", words.text("column.confidence"), ColumnKind.TEXT)),
        facts.plan().proposals(ProposalKind.MERGE_TABLES).stream()
            .map(proposal -> row(proposal, words))
            .toList());
  }

  private static List<Cell> row(Proposal proposal, PageWords words) {
    return List.of(
        Cell.of(proposal.subject().get(0)),
        Cell.of(proposal.subject().get(1)),
        Cell.of(words.sentence(Saying.joined(Joint.SEMICOLON, proposal.saidGrounds()))),
        Cell.of(words.sentence(proposal.said())),
        Cell.of(words.text("confidence." + proposal.confidence().key())));
  }
}
