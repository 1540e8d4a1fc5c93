package dev.watershed.reports.review.section;

import dev.watershed.reports.Units;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.compare.ViolationChanges;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rules say, and what people said of it before. */
public final class RulesSection {

  private RulesSection() {}

  public static Section of(ReviewFacts facts, PageWords words) {
    GateResult gate = facts.gate();
    List<Block> blocks = new ArrayList<>();
    if (gate.inspected() == 0 && gate.violations().isEmpty()
        || facts.fleet().statements().isEmpty()) {
      blocks.add(new Block.Lacking(words.text("rules.lacking"), words.text("rules.lacking.how")));
    }
    blocks.add(Block.Prose.of(verdict(gate, words)));
    blocks.add(tiles(gate, words));
    ViolationTable tables = new ViolationTable(facts, words);
    for (ViolationState state : ViolationState.values()) {
      if (state == ViolationState.NEW || gate.count(state) > 0) {
        blocks.add(
            new Block.Listing(
                ViolationChanges.of(facts, tables.of(state), words),
                words.text("rules.state." + state.key() + ".caption")));
      }
    }
    facts
        .earlier()
        .map(earlier -> ViolationChanges.gone(facts, earlier, words))
        .ifPresent(
            gone -> blocks.add(new Block.Listing(gone, words.text("changes.violations.caption"))));
    if (!gate.violations().isEmpty()) {
      blocks.add(new Block.Listing(RuleTable.of(gate, words), words.text("rules.each.caption")));
    }
    if (!gate.inconclusive().isEmpty()) {
      blocks.add(
          new Block.Listing(inconclusive(gate, words), words.text("rules.inconclusive.caption")));
    }
    if (!gate.misconfigured().isEmpty()) {
      blocks.add(
          new Block.Listing(misconfigured(gate, words), words.text("rules.misconfigured.caption")));
    }
    if (!gate.saidNotes().isEmpty()) {
      blocks.add(
          new Block.Prose(
              Optional.of(words.text("rules.notes")),
              gate.saidNotes().stream().map(each -> Sentence.of(each, words)).toList()));
    }
    return new Section("rules", words.text("rules.title"), blocks);
  }

  private static String verdict(GateResult gate, PageWords words) {
    String verdict =
        gate.fails()
            ? words.text("rules.verdict.fails")
            : gate.tooLittle()
                ? words.text("rules.verdict.blind")
                : words.text("rules.verdict.passes");
    return verdict
        + " "
        + words.text(
            "rules.verdict.rest",
            Units.grouped(fresh(gate, Severity.ERROR)),
            Units.grouped(gate.inspected()),
            Units.grouped(gate.inconclusive().size()));
  }

  private static Block tiles(GateResult gate, PageWords words) {
    List<Block.Tiles.Tile> tiles = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      tiles.add(
          new Block.Tiles.Tile(
              Units.grouped(fresh(gate, severity)),
              words.text("rules.tile.fresh", words.text("severity." + severity.key()))));
    }
    for (ViolationState state : ViolationState.values()) {
      if (state != ViolationState.NEW) {
        tiles.add(
            new Block.Tiles.Tile(
                Units.grouped(gate.count(state)), words.text("rules.state." + state.key())));
      }
    }
    return new Block.Tiles(tiles);
  }

  private static long fresh(GateResult gate, Severity severity) {
    return gate.violations().stream()
        .filter(each -> each.state() == ViolationState.NEW)
        .filter(each -> each.violation().severity() == severity)
        .count();
  }

  private static DataTable inconclusive(GateResult gate, PageWords words) {
    List<DataColumn> columns = new ArrayList<>(about(words));
    columns.add(DataColumn.of("fails", words.text("column.fails"), ColumnKind.TEXT));
    return new DataTable(
        "inconclusive",
        words.text("rules.inconclusive"),
        columns,
        gate.inconclusive().stream()
            .map(
                each ->
                    List.of(
                        Cell.of(each.rule()),
                        Cell.of(each.subject()),
                        Cell.of(words.say(each.saidReason())),
                        Cell.of(words.text(each.fails() ? "yes" : "no"))))
            .toList());
  }

  private static DataTable misconfigured(GateResult gate, PageWords words) {
    return new DataTable(
        "misconfigured",
        words.text("rules.misconfigured"),
        about(words),
        gate.misconfigured().stream()
            .map(
                each ->
                    List.of(
                        Cell.of(each.rule()),
                        Cell.of(each.subject()),
                        Cell.of(words.say(each.saidReason()))))
            .toList());
  }

  private static List<DataColumn> about(PageWords words) {
    return List.of(
        DataColumn.of("rule", words.text("column.rule"), ColumnKind.TEXT),
        DataColumn.of("subject", words.text("column.about"), ColumnKind.TEXT),
        DataColumn.of("reason", words.text("column.reason"), ColumnKind.PROSE));
  }
}
