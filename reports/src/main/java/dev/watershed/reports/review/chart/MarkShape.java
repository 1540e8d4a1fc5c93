package dev.watershed.reports.review.chart;

import static dev.watershed.reports.review.chart.SvgMarkup.number;

/** The shape of a mark within a cell, as the path of an SVG. Shapes of several marks fit in one. */
final class MarkShape {

  private static final double RADIUS = 0.17;
  private static final double INSET = 2;
  private static final double CORNER = 0.36;
  private static final double ARROW = 0.1;
  private static final double WIDTH = 0.28;
  private static final double HEIGHT = 0.24;

  private MarkShape() {}

  /** The class of its path. */
  static String style(MatrixChart.Mark mark) {
    return mark == MatrixChart.Mark.FRAME ? "mark hollow" : "mark";
  }

  /**
   * A dot in the middle, a frame along the sides, a triangle in the lower right corner, or one in
   * the upper left corner that points up or down.
   */
  static String of(MatrixChart.Mark mark, double x, double y, double cell) {
    return switch (mark) {
      case DOT -> dot(x + cell / 2, y + cell / 2, Math.max(2, cell * RADIUS));
      case FRAME ->
          "M" + number(x + INSET) + " " + number(y + INSET) + square(number(cell - 2 * INSET));
      case CORNER ->
          "M" + number(x + cell) + " " + number(y + cell) + triangle(number(cell * CORNER));
      case RISE -> arrow(x + cell * ARROW, y + cell * (ARROW + HEIGHT), cell * WIDTH, true);
      case FALL -> arrow(x + cell * ARROW, y + cell * ARROW, cell * WIDTH, false);
    };
  }

  private static String dot(double x, double y, double radius) {
    String r = number(radius);
    String wide = number(2 * radius);
    return "M"
        + number(x - radius)
        + " "
        + number(y)
        + "a"
        + r
        + " "
        + r
        + " 0 1 0 "
        + wide
        + " 0a"
        + r
        + " "
        + r
        + " 0 1 0 -"
        + wide
        + " 0";
  }

  /** Of a base from a place to its right. */
  private static String arrow(double x, double y, double width, boolean up) {
    String half = number(width / 2);
    String high = number(width * HEIGHT / WIDTH);
    return "M"
        + number(x)
        + " "
        + number(y)
        + "h"
        + number(width)
        + "l-"
        + half
        + (up ? " -" : " ")
        + high
        + "Z";
  }

  private static String square(String side) {
    return "h" + side + "v" + side + "h-" + side + "Z";
  }

  private static String triangle(String side) {
    return "v-" + side + "l-" + side + " " + side + "Z";
  }
}
