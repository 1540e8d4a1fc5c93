package dev.watershed.reports.review.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The part of a matrix that some of its heads have to do with. */
public final class MatrixPart {

  private MatrixPart() {}

  /**
   * The cells in the rows and columns of some heads, with the heads that they meet there.
   *
   * @param chart a square one
   * @param names of heads
   */
  public static MatrixChart of(MatrixChart chart, Set<String> names) {
    return of(chart, names, met(chart, names));
  }

  /** The positions of some heads and of those that they meet. */
  public static Set<Integer> met(MatrixChart chart, Set<String> names) {
    Set<Integer> met = new TreeSet<>();
    for (int row = 0; row < chart.rows().size(); row++) {
      if (names.contains(chart.rows().get(row).name())) {
        met.add(row);
      }
    }
    for (MatrixChart.Cell cell : chart.cells()) {
      if (concerns(cell, chart, names)) {
        met.add(cell.row());
        met.add(cell.column());
      }
    }
    return met;
  }

  /**
   * The cells in the rows and columns of some heads.
   *
   * @param kept the positions of the heads that are shown
   */
  public static MatrixChart of(MatrixChart chart, Set<String> names, Set<Integer> kept) {
    TreeMap<Integer, Integer> positions = new TreeMap<>();
    new TreeSet<>(kept).forEach(at -> positions.put(at, positions.size()));
    List<MatrixChart.Cell> cells = new ArrayList<>();
    for (MatrixChart.Cell cell : chart.cells()) {
      if (concerns(cell, chart, names)) {
        cells.add(
            new MatrixChart.Cell(
                positions.get(cell.row()),
                positions.get(cell.column()),
                cell.load(),
                cell.marks(),
                cell.title(),
                cell.address()));
      }
    }
    List<MatrixChart.Box> boxes = new ArrayList<>();
    for (MatrixChart.Box box : chart.boxes()) {
      int from = positions.headMap(box.from()).size();
      int until = positions.headMap(box.until()).size();
      if (until > from) {
        boxes.add(new MatrixChart.Box(from, until, box.title()));
      }
    }
    return new MatrixChart(
        chart.name(),
        chart.label(),
        chart.square(),
        heads(chart.rows(), kept),
        heads(chart.columns(), kept),
        cells,
        boxes,
        chart.layers(),
        chart.scale());
  }

  private static boolean concerns(MatrixChart.Cell cell, MatrixChart chart, Set<String> names) {
    return names.contains(chart.rows().get(cell.row()).name())
        || names.contains(chart.columns().get(cell.column()).name());
  }

  private static List<MatrixChart.Head> heads(List<MatrixChart.Head> heads, Set<Integer> kept) {
    return kept.stream().sorted().filter(at -> at < heads.size()).map(heads::get).toList();
  }
}
