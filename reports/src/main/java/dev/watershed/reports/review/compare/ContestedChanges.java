package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.trend.Rate;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.chart.MatrixChart;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.PartyWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The matrix of contested tables with what grew and shrank since the earlier span; services that
 * used one only then have a column, too.
 */
public final class ContestedChanges {

  private ContestedChanges() {}

  /**
   * The same with two more layers.
   *
   * @param chart whose rows are tables, and whose columns are services
   */
  public static MatrixChart of(MatrixChart chart, ReviewFacts facts, PageWords words) {
    return facts
        .earlier()
        .filter(earlier -> !chart.rows().isEmpty())
        .map(earlier -> marked(chart, facts, earlier, words))
        .orElse(chart);
  }

  private static MatrixChart marked(
      MatrixChart chart, ReviewFacts facts, EarlierReview earlier, PageWords words) {
    Set<String> tables = new HashSet<>();
    chart.rows().forEach(head -> tables.add(head.name()));
    CouplingFacts then = earlier.fleet().coupling();
    CouplingFacts now = facts.fleet().coupling();
    UseChanges changes =
        UseChanges.of(
            rates(then, tables, words),
            then.input().longestSeconds(),
            rates(now, tables, words),
            now.input().longestSeconds());
    return ChangedMatrix.of(wider(chart, changes, now), changes, words);
  }

  /** With a column for each service whose use of a table is gone. */
  private static MatrixChart wider(MatrixChart chart, UseChanges changes, CouplingFacts now) {
    Set<String> known = new HashSet<>();
    chart.columns().forEach(head -> known.add(head.name()));
    Set<String> further = new TreeSet<>();
    changes.changed().stream()
        .filter(each -> each.change() == ChangeWord.GONE)
        .map(UseChange::owner)
        .filter(name -> !known.contains(name))
        .forEach(further::add);
    List<MatrixChart.Head> columns = new ArrayList<>(chart.columns());
    Set<String> services = new HashSet<>();
    for (int party = 0; party < now.input().parties().services(); party++) {
      services.add(VisibleText.of(now.input().parties().name(party)));
    }
    for (String name : further) {
      columns.add(
          new MatrixChart.Head(
              name, services.contains(name) ? CellText.address("service", name) : ""));
    }
    return chart.withColumns(columns);
  }

  /** How often each party reads and writes each of some tables. */
  private static Map<UseChanges.Names, Rate> rates(
      CouplingFacts facts, Set<String> tables, PageWords words) {
    CouplingInput input = facts.input();
    Map<UseChanges.Names, Rate> rates = new HashMap<>();
    for (int table = 0; table < input.tables().size(); table++) {
      String label = VisibleText.of(input.tables().label(table));
      if (!tables.contains(label)) {
        continue;
      }
      double seconds = input.secondsOf(input.tables().get(table).dataSet());
      for (int cell = facts.matrix().start(table); cell < facts.matrix().end(table); cell++) {
        double calls = facts.matrix().likelyWrites(cell) + facts.matrix().likelyReads(cell);
        rates.put(
            new UseChanges.Names(
                label, PartyWords.of(input.parties(), facts.matrix().party(cell), words)),
            new Rate(calls / seconds, seconds));
      }
    }
    return rates;
  }
}
