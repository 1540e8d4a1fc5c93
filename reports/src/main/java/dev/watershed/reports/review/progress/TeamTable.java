package dev.watershed.reports.review.progress;

import dev.watershed.analyzer.decision.DecisionState;
import dev.watershed.analyzer.decision.JudgedDecision;
import dev.watershed.analyzer.decision.Standing;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far each team is with what it decided, and how old that is. */
public final class TeamTable {

  private TeamTable() {}

  /** A row per team, by name. */
  public static DataTable of(List<JudgedDecision> decisions, PageWords words) {
    SortedMap<String, List<JudgedDecision>> teams = new TreeMap<>();
    decisions.forEach(
        each -> teams.computeIfAbsent(each.decision().team(), team -> new ArrayList<>()).add(each));
    List<List<Cell>> rows = new ArrayList<>();
    teams.forEach((team, own) -> rows.add(row(team, own)));
    List<DataColumn> columns = new ArrayList<>();
    columns.add(DataColumn.of("team", words.text("column.team"), ColumnKind.TEXT));
    columns.add(
        DataColumn.of("decisions", words.text("progress.tile.decisions"), ColumnKind.COUNT));
    for (Standing standing : Standing.values()) {
      columns.add(
          DataColumn.of(
              standing.name().toLowerCase(Locale.ROOT),
              words.text("standing." + standing.key()),
              ColumnKind.COUNT));
    }
    columns.add(DataColumn.of("expired", words.text("column.expired"), ColumnKind.COUNT));
    columns.add(DataColumn.of("oldest", words.text("column.oldestOpen"), ColumnKind.COUNT));
    return new DataTable("decision_teams", words.text("progress.teams"), columns, rows);
  }

  private static List<Cell> row(String team, List<JudgedDecision> own) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(team));
    row.add(Cell.of(own.size()));
    for (Standing standing : Standing.values()) {
      row.add(Cell.of(own.stream().filter(each -> each.standing() == standing).count()));
    }
    row.add(Cell.of(own.stream().filter(JudgedDecision::expired).count()));
    row.add(
        Cell.of(
            own.stream()
                .filter(each -> each.standing() != Standing.GONE)
                .filter(each -> each.decision().state() != DecisionState.REJECTED)
                .mapToLong(JudgedDecision::ageDays)
                .mapToObj(OptionalLong::of)
                .max(Comparator.comparingLong(OptionalLong::getAsLong))
                .orElseGet(OptionalLong::empty)));
    return row;
  }
}
