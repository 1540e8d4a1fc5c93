package dev.watershed.reports.review.coupling;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.TableOwner;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.chart.MatrixChart;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.PartyWords;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The tables that several services write, and who uses them how much. */
public final class ContestedMatrix {

  /** How many tables are drawn, those of the most contested writes. */
  public static final int MOST_TABLES = 40;

  private ContestedMatrix() {}

  /** The matrix; no rows where no table is contested. */
  public static MatrixChart of(CouplingFacts facts, PageWords words) {
    CouplingInput input = facts.input();
    Map<String, Integer> indexes = new HashMap<>();
    IntStream.range(0, input.tables().size())
        .forEach(table -> indexes.put(input.tables().label(table), table));
    List<Integer> tables =
        new LinkedHashSet<>(
                facts.of(FindingKind.CONTESTED_TABLE).stream()
                    .map(Finding::tables)
                    .flatMap(List::stream)
                    .map(indexes::get)
                    .toList())
            .stream().limit(MOST_TABLES).toList();
    Set<Integer> users = new TreeSet<>();
    for (int table : tables) {
      for (int cell = facts.matrix().start(table); cell < facts.matrix().end(table); cell++) {
        users.add(facts.matrix().party(cell));
      }
    }
    List<Integer> columns = List.copyOf(users);
    List<MatrixChart.Cell> cells = new ArrayList<>();
    for (int row = 0; row < tables.size(); row++) {
      int table = tables.get(row);
      for (int cell = facts.matrix().start(table); cell < facts.matrix().end(table); cell++) {
        cells.add(
            cell(facts, row, columns.indexOf(facts.matrix().party(cell)), table, cell, words));
      }
    }
    return new MatrixChart(
        "contested",
        words.text("contested.title"),
        false,
        tables.stream().map(table -> head("table", input.tables().label(table))).toList(),
        columns.stream()
            .map(
                party ->
                    input.parties().isService(party)
                        ? head("service", input.parties().name(party))
                        : new MatrixChart.Head(PartyWords.of(input.parties(), party, words), ""))
            .toList(),
        cells,
        List.of(),
        List.of(
            new MatrixChart.Layer(MatrixChart.Mark.DOT, "writes", words.text("matrix.writes")),
            new MatrixChart.Layer(MatrixChart.Mark.FRAME, "owner", words.text("contested.owner"))),
        words.text("matrix.scale"));
  }

  private static MatrixChart.Head head(String kind, String name) {
    String shown = VisibleText.of(name);
    return new MatrixChart.Head(shown, CellText.address(kind, shown));
  }

  private static MatrixChart.Cell cell(
      CouplingFacts facts, int row, int column, int table, int cell, PageWords words) {
    UseMatrix matrix = facts.matrix();
    CouplingInput input = facts.input();
    double seconds = input.secondsOf(input.tables().get(table).dataSet());
    double writes = matrix.likelyWrites(cell) / seconds;
    double reads = matrix.likelyReads(cell) / seconds;
    TableOwner owner = facts.ownership().of(table);
    Set<MatrixChart.Mark> marks = EnumSet.noneOf(MatrixChart.Mark.class);
    if (writes > 0) {
      marks.add(MatrixChart.Mark.DOT);
    }
    if (owner.isOwnedBy(matrix.party(cell))) {
      marks.add(MatrixChart.Mark.FRAME);
    }
    String label = VisibleText.of(input.tables().label(table));
    return new MatrixChart.Cell(
        row,
        column,
        reads + writes,
        marks,
        words.text(
            "contested.cell",
            label,
            PartyWords.of(input.parties(), matrix.party(cell), words),
            Units.perSecond(reads),
            Units.perSecond(writes)),
        CellText.address("table", label));
  }
}
