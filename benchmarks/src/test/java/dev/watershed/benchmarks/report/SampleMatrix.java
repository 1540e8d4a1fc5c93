package dev.watershed.benchmarks.report;

import dev.watershed.reports.review.chart.MatrixChart;
import dev.watershed.reports.review.chart.MatrixDrawing;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A matrix of three services that is made by hand, as it is and as it could be. */
final class SampleMatrix {

  static final int SERVICES = 30;

  /** Reads in reading order: two cells in the first row, none in the second, one in the third. */
  private static final List<MatrixChart.Cell> CELLS =
      List.of(
          new MatrixChart.Cell(
              0,
              1,
              5,
              Set.of(MatrixChart.Mark.DOT),
              "ticket → plan: 5 calls/s, 2 writes/s",
              "pair/ticket%20plan"),
          new MatrixChart.Cell(
              0, 2, 1, Set.of(MatrixChart.Mark.CORNER), "ticket → member: 1 call/s", ""),
          new MatrixChart.Cell(
              2, 0, 3, Set.of(), "member → ticket: 3 calls/s", "pair/member%20ticket"));

  private SampleMatrix() {}

  /** A section with the matrix, and below it the same without heads and without its last cell. */
  static Section section() {
    MatrixChart large = chart("matrix", CELLS);
    MatrixChart less = chart("after", CELLS.subList(0, 2));
    return new Section(
        "coupling",
        "Coupling",
        List.of(
            new Block.Figure("Who uses whose tables", MatrixDrawing.of(large), "How to read it."),
            new Block.Figure("After", MatrixDrawing.small(less, large), "The same, later.")));
  }

  /** A section with a matrix in which each of 30 services uses every other one. */
  static Section large() {
    List<MatrixChart.Head> heads = new ArrayList<>();
    List<MatrixChart.Cell> cells = new ArrayList<>();
    for (int row = 0; row < SERVICES; row++) {
      heads.add(new MatrixChart.Head("service" + row, "service/service" + row));
      for (int column = 0; column < SERVICES; column++) {
        if (row != column) {
          String title = "service" + row + " → service" + column + ": 1 call/s";
          cells.add(
              new MatrixChart.Cell(
                  row, column, 1, Set.of(), title, "pair/" + row + "%20" + column));
        }
      }
    }
    return new Section(
        "coupling",
        "Coupling",
        List.of(
            new Block.Figure(
                "Who uses whose tables",
                MatrixDrawing.of(chart("matrix", heads, cells)),
                "How to read it.")));
  }

  private static MatrixChart chart(String name, List<MatrixChart.Cell> cells) {
    List<MatrixChart.Head> heads =
        List.of(
            new MatrixChart.Head("ticket", "service/ticket"),
            new MatrixChart.Head("plan", "service/plan"),
            new MatrixChart.Head("member", "service/member"));
    return chart(name, heads, cells);
  }

  private static MatrixChart chart(
      String name, List<MatrixChart.Head> heads, List<MatrixChart.Cell> cells) {
    return new MatrixChart(
        name,
        "Services by services",
        true,
        heads,
        heads,
        cells,
        List.of(),
        List.of(
            new MatrixChart.Layer(MatrixChart.Mark.DOT, "writes", "writes"),
            new MatrixChart.Layer(MatrixChart.Mark.FRAME, "transactions", "transactions"),
            new MatrixChart.Layer(MatrixChart.Mark.CORNER, "joins", "joins")),
        "load");
  }
}
