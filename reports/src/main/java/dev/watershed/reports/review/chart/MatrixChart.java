package dev.watershed.reports.review.chart;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a matrix shows.
 *
 * @param name the same in every language, and the name of its layers in addresses
 * @param label what it is, for those who do not see it
 * @param square whether rows and columns are the same things in the same order, as far as both go
 * @param cells at most one for each row and column; those of no load are left out
 * @param boxes around squares of rows and columns that belong together
 * @param layers of marks, in the order of the legend
 * @param scale what the shades of cells mean
 */
public record MatrixChart(
    String name,
    String label,
    boolean square,
    List<Head> rows,
    List<Head> columns,
    List<Cell> cells,
    List<Box> boxes,
    List<Layer> layers,
    String scale) {

  /**
   * The head of a row or column.
   *
   * @param address behind the {@code #} of an address; empty for none
   */
  public record Head(String name, String address) {
    public Head {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(address, "address");
    }
  }

  /** Shapes that tell layers apart, whatever their colour. */
  public enum Mark {
    DOT,
    FRAME,
    CORNER,
    RISE,
    FALL
  }

  /**
   * A cell.
   *
   * @param load how often a second
   * @param title what it says in words
   * @param address where it leads, behind the {@code #}; empty for nowhere
   */
  public record Cell(
      int row, int column, double load, Set<Mark> marks, String title, String address) {
    public Cell {
      marks = Set.copyOf(marks);
    }
  }

  /** What rows and columns from one, to another exclusive, have in common. */
  public record Box(int from, int until, String title) {}

  /**
   * What a mark means.
   *
   * @param name the same in every language, in addresses
   */
  public record Layer(Mark mark, String name, String label) {}

  public MatrixChart {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    cells = List.copyOf(cells);
    boxes = List.copyOf(boxes);
    layers = List.copyOf(layers);
    Objects.requireNonNull(scale, "scale");
  }

  /** The same with other columns, the first ones of which are those of the cells. */
  public MatrixChart withColumns(List<Head> others) {
    return new MatrixChart(name, label, square, rows, others, cells, boxes, layers, scale);
  }

  /** The same with other cells, and with the layers that their marks belong to. */
  public MatrixChart withCells(List<Cell> others, List<Layer> theirLayers) {
    return new MatrixChart(name, label, square, rows, columns, others, boxes, theirLayers, scale);
  }
}
