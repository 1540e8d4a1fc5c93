package dev.watershed.reports.review.section;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of the rules that were violated, in the order of their worst violations. */
final class RuleTable {

  private RuleTable() {}

  static DataTable of(GateResult gate, PageWords words) {
    Map<String, List<GatedViolation>> byRule = new LinkedHashMap<>();
    for (GatedViolation each : gate.violations()) {
      byRule.computeIfAbsent(each.violation().rule(), rule -> new ArrayList<>()).add(each);
    }
    List<DataColumn> columns = new ArrayList<>();
    columns.add(DataColumn.link("rule", words.text("column.rule"), ColumnKind.LINK, "rule"));
    columns.add(DataColumn.of("title", words.text("column.meaning"), ColumnKind.PROSE));
    for (ViolationState state : ViolationState.values()) {
      columns.add(
          DataColumn.of(state.key(), words.text("rules.state." + state.key()), ColumnKind.COUNT));
    }
    List<List<Cell>> rows = new ArrayList<>();
    byRule.forEach((rule, violations) -> rows.add(row(rule, violations, words)));
    return new DataTable("rules", words.text("rules.each"), "rule", columns, rows);
  }

  private static List<Cell> row(String rule, List<GatedViolation> violations, PageWords words) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(rule));
    cells.add(
        Cell.of(
            BuiltInRules.kind(rule)
                .map(kind -> words.say(Saying.of("rule." + kind.name(), kind.title())))));
    for (ViolationState state : ViolationState.values()) {
      cells.add(Cell.of(violations.stream().filter(each -> each.state() == state).count()));
    }
    return cells;
  }
}
