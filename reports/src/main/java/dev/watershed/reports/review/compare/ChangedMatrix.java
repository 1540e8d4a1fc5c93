package dev.watershed.reports.review.compare;

import dev.watershed.reports.Units;
import dev.watershed.reports.review.chart.MatrixChart;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The matrix of services with what grew and shrank since the earlier span; what is gone has a cell
 * without a shade.
 */
public final class ChangedMatrix {

  private ChangedMatrix() {}

  /**
   * The same with two more layers.
   *
   * @param chart whose heads are services
   */
  public static MatrixChart of(MatrixChart chart, UseChanges changes, PageWords words) {
    if (!changes.compared()) {
      return chart;
    }
    List<MatrixChart.Cell> cells = new ArrayList<>();
    for (MatrixChart.Cell cell : chart.cells()) {
      String sender = chart.rows().get(cell.row()).name();
      String owner = chart.columns().get(cell.column()).name();
      ChangeWord change = changes.of(sender, owner);
      cells.add(
          change.changed() ? marked(cell, change, changes.before(sender, owner), words) : cell);
    }
    cells.addAll(gone(chart, changes, words));
    List<MatrixChart.Layer> layers = new ArrayList<>(chart.layers());
    layers.add(new MatrixChart.Layer(MatrixChart.Mark.RISE, "rises", words.text("matrix.rises")));
    layers.add(new MatrixChart.Layer(MatrixChart.Mark.FALL, "falls", words.text("matrix.falls")));
    return chart.withCells(cells, layers);
  }

  private static MatrixChart.Cell marked(
      MatrixChart.Cell cell, ChangeWord change, double before, PageWords words) {
    Set<MatrixChart.Mark> marks = EnumSet.noneOf(MatrixChart.Mark.class);
    marks.addAll(cell.marks());
    marks.add(change.rises() ? MatrixChart.Mark.RISE : MatrixChart.Mark.FALL);
    return new MatrixChart.Cell(
        cell.row(),
        cell.column(),
        cell.load(),
        marks,
        cell.title()
            + words.text("list.separator")
            + words.text("matrix.cell.before", change.text(words), Units.perSecond(before)),
        cell.address());
  }

  private static List<MatrixChart.Cell> gone(
      MatrixChart chart, UseChanges changes, PageWords words) {
    Map<String, Integer> rows = positions(chart.rows());
    Map<String, Integer> columns = positions(chart.columns());
    List<MatrixChart.Cell> cells = new ArrayList<>();
    for (UseChange each : changes.changed()) {
      if (each.change() == ChangeWord.GONE
          && rows.containsKey(each.sender())
          && columns.containsKey(each.owner())) {
        cells.add(
            new MatrixChart.Cell(
                rows.get(each.sender()),
                columns.get(each.owner()),
                0,
                Set.of(MatrixChart.Mark.FALL),
                each.sender()
                    + " → "
                    + each.owner()
                    + ": "
                    + words.text(
                        "matrix.cell.before",
                        each.change().text(words),
                        Units.perSecond(each.before())),
                ""));
      }
    }
    return cells;
  }

  private static Map<String, Integer> positions(List<MatrixChart.Head> heads) {
    Map<String, Integer> positions = new HashMap<>();
    heads.forEach(head -> positions.put(head.name(), positions.size()));
    return positions;
  }
}
