package dev.watershed.reports.review.compare;

import dev.watershed.reports.VisibleText;
import dev.watershed.reports.check.ViolationWords;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Violations that only one of two spans has, whatever people said of them. Where a rule could not
 * judge in the other span, one cannot tell.
 */
public final class ViolationChanges {

  private final Set<String> keys;
  private final Set<String> blind;

  private ViolationChanges(GateResult other) {
    keys =
        other.violations().stream()
            .map(each -> each.violation().key().text())
            .map(VisibleText::of)
            .collect(Collectors.toSet());
    blind = other.inconclusive().stream().map(Inconclusive::rule).collect(Collectors.toSet());
  }

  /** How a violation stands to the other span. */
  private ChangeWord of(String key, String rule, ChangeWord only) {
    if (keys.contains(VisibleText.of(key))) {
      return ChangeWord.SAME;
    }
    return blind.contains(rule) ? ChangeWord.UNDECIDED : only;
  }

  private ChangeWord of(GatedViolation each, ChangeWord only) {
    return of(each.violation().key().text(), each.violation().rule(), only);
  }

  /**
   * A table of violations with what is new in it.
   *
   * @param table whose first column is the key, and whose third is the rule
   */
  public static DataTable of(ReviewFacts facts, DataTable table, PageWords words) {
    if (facts.earlier().isEmpty()) {
      return table;
    }
    ViolationChanges before = new ViolationChanges(facts.earlier().get().gate());
    return table.with(
        List.of(DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT)),
        row -> List.of(before.of(CellKey.of(row), CellKey.of(row, 2), ChangeWord.NEW).cell(words)));
  }

  /** How many the earlier span did not have, of which one can tell. */
  public static long fresh(ReviewFacts facts, EarlierReview earlier) {
    ViolationChanges before = new ViolationChanges(earlier.gate());
    Predicate<GatedViolation> fresh = each -> before.of(each, ChangeWord.NEW) == ChangeWord.NEW;
    return facts.gate().violations().stream().filter(fresh).count();
  }

  /** Violations that only the earlier span has. */
  public static DataTable gone(ReviewFacts facts, EarlierReview earlier, PageWords words) {
    ViolationChanges now = new ViolationChanges(facts.gate());
    List<List<Cell>> rows = new ArrayList<>();
    for (GatedViolation each : earlier.gate().violations()) {
      ChangeWord change = now.of(each, ChangeWord.GONE);
      if (change != ChangeWord.SAME) {
        Violation violation = each.violation();
        rows.add(
            List.of(
                Cell.of(words.text("severity." + violation.severity().key())),
                Cell.of(violation.rule()),
                Cell.of(violation.services()),
                Cell.of(Optional.of(violation.key().table()).filter(table -> !table.isEmpty())),
                Cell.of(words.say(ViolationWords.said(violation))),
                change.cell(words)));
      }
    }
    return new DataTable(
        "gone_violations",
        words.text("changes.violations"),
        List.of(
            DataColumn.of("severity", words.text("column.severity"), ColumnKind.TEXT),
            DataColumn.link("rule", words.text("column.rule"), ColumnKind.LINK, "rule"),
            DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service"),
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.of("message", words.text("column.message"), ColumnKind.PROSE),
            DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT)),
        rows);
  }
}
