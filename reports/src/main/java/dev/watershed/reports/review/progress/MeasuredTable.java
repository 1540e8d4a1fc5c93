package dev.watershed.reports.review.progress;

import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.MeasuredDecision;
import dev.watershed.analyzer.decision.Outcome;
import dev.watershed.reports.Units;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.List;

/** What decisions that were accepted or done were predicted to bring, and what was measured. */
public final class MeasuredTable {

  private MeasuredTable() {}

  /** How many had which outcome. */
  public static Block tiles(List<MeasuredDecision> decisions, PageWords words) {
    List<Block.Tiles.Tile> tiles = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      long count = decisions.stream().filter(each -> each.outcome() == outcome).count();
      if (count > 0) {
        tiles.add(
            new Block.Tiles.Tile(Units.grouped(count), words.text("outcome." + outcome.key())));
      }
    }
    return new Block.Tiles(tiles);
  }

  /** A row for each, in the order of the ledger. */
  public static DataTable of(List<MeasuredDecision> decisions, PageWords words) {
    return new DataTable(
        "measured_decisions",
        words.text("measured.title"),
        List.of(
            DataColumn.of("id", words.text("column.id"), ColumnKind.TEXT).hidden(),
            new DataColumn(
                "finding", words.text("column.finding"), ColumnKind.SENTENCE, "decision", true),
            DataColumn.of("team", words.text("column.team"), ColumnKind.TEXT),
            DataColumn.of("state", words.text("column.decided"), ColumnKind.TEXT),
            DataColumn.of("outcome", words.text("column.outcome"), ColumnKind.TEXT),
            DataColumn.of("weight_before", words.text("column.weightBefore"), ColumnKind.RATIO),
            DataColumn.of("weight_now", words.text("column.weightNow"), ColumnKind.RATIO),
            DataColumn.of("reason", words.text("column.measuredBy"), ColumnKind.PROSE)),
        decisions.stream().map(each -> row(each, words)).toList());
  }

  private static List<Cell> row(MeasuredDecision each, PageWords words) {
    return List.of(
        Cell.of(each.decision().finding()),
        Cell.of(
            each.finding()
                .map(KnownFinding::saidTitle)
                .map(words::say)
                .orElse(each.decision().finding())),
        Cell.of(each.decision().team()),
        Cell.of(words.text("decision." + each.decision().state().key())),
        Cell.of(words.text("outcome." + each.outcome().key())),
        Cell.of(each.baseWeight()),
        Cell.of(each.headWeight()),
        Cell.of(words.sentence(each.saidReason())));
  }
}
