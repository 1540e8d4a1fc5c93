package dev.watershed.reports.review.chart;

import static dev.watershed.reports.review.chart.SvgMarkup.number;

import dev.watershed.reports.Units;
import dev.watershed.reports.text.DisplayWidth;
import java.util.Comparator;
import java.util.List;

/**
 * Draws a matrix: heads, a shade for each cell by its class of load, boxes, and one path for the
 * marks of each layer. Of cells beyond {@link #MOST_CELLS} those of the least load are left out.
 */
public final class MatrixDrawing {

  /** With the title of each, and heads, less than 4,000 elements. */
  public static final int MOST_CELLS = 1_500;

  private static final int MOST_COLUMN_NAME = 24;
  private static final int MOST_ROW_NAME = 36;
  private static final double LETTER = 6.2;
  private static final int ROOM = 860;
  private static final int SMALL_ROOM = 420;
  private static final int LEAST_SMALL_CELL = 7;
  private static final int MOST_SMALL_CELL = 16;
  private static final int LEAST_CELL = 14;
  private static final int MOST_CELL = 26;
  private static final int GAP = 8;
  private static final int LINE = 22;
  private static final int SWATCH = 14;

  private final MatrixChart chart;
  private final LoadLevels levels;
  private final boolean small;
  private final SvgMarkup svg = new SvgMarkup();
  private final int cell;
  private final double left;
  private final double top;

  private MatrixDrawing(MatrixChart chart, LoadLevels levels, boolean small) {
    this.chart = chart;
    this.levels = levels;
    this.small = small;
    int columns = Math.max(1, chart.columns().size());
    cell =
        small
            ? Math.max(LEAST_SMALL_CELL, Math.min(MOST_SMALL_CELL, SMALL_ROOM / columns))
            : Math.max(LEAST_CELL, Math.min(MOST_CELL, ROOM / columns));
    left = small ? 1 : widest(chart.rows(), MOST_ROW_NAME) + GAP;
    top = small ? 1 : widest(chart.columns(), MOST_COLUMN_NAME) * Math.sqrt(3) / 2 + 2 * GAP;
  }

  /** SVG that carries its legend. */
  public static String of(MatrixChart chart) {
    return new MatrixDrawing(chart, levels(chart), false).draw();
  }

  /**
   * SVG without heads and legend, to stand beside another one.
   *
   * @param scale the chart whose classes of load are used
   */
  public static String small(MatrixChart chart, MatrixChart scale) {
    return new MatrixDrawing(chart, levels(scale), true).draw();
  }

  private static LoadLevels levels(MatrixChart chart) {
    return LoadLevels.of(chart.cells().stream().map(MatrixChart.Cell::load).toList());
  }

  private static double widest(List<MatrixChart.Head> heads, int mostName) {
    return heads.stream()
            .mapToInt(head -> DisplayWidth.of(DisplayWidth.cut(head.name(), mostName)))
            .max()
            .orElse(0)
        * LETTER;
  }

  private String draw() {
    double bottom = top + chart.rows().size() * cell;
    double right = left + chart.columns().size() * cell;
    double heads = Math.max(right + widest(chart.columns(), MOST_COLUMN_NAME) / 2, legendWidth());
    double width = (small ? right : heads) + 2;
    double height = small ? bottom + 2 : bottom + 2 * LINE;
    svg.open(
        "svg",
        "class",
        "matrix",
        small ? "data-small" : "data-matrix",
        chart.name(),
        "data-grid",
        number(left) + " " + number(top) + " " + cell,
        "data-rows",
        String.valueOf(chart.rows().size()),
        "viewBox",
        "0 0 " + number(width) + " " + number(height),
        "width",
        number(width),
        "height",
        number(height),
        "role",
        "group",
        "aria-label",
        chart.label());
    svg.empty("path", "class", "grid", "d", grid(right, bottom));
    if (chart.square()) {
      svg.empty("path", "class", "own", "d", diagonal());
    }
    if (!small) {
      heads();
    }
    List<MatrixChart.Cell> shown =
        chart.cells().stream()
            .sorted(Comparator.comparingDouble(MatrixChart.Cell::load).reversed())
            .limit(MOST_CELLS)
            .sorted(
                Comparator.comparingInt(MatrixChart.Cell::row)
                    .thenComparing(MatrixChart.Cell::column))
            .toList();
    shown.forEach(this::cell);
    chart.layers().forEach(layer -> layer(layer, shown));
    chart.boxes().forEach(this::box);
    if (!small) {
      legend(bottom + LINE);
    }
    return svg.close().markup();
  }

  private String grid(double right, double bottom) {
    StringBuilder path = new StringBuilder();
    for (int row = 0; row <= chart.rows().size(); row++) {
      path.append('M').append(number(left)).append(' ').append(number(top + row * cell));
      path.append('H').append(number(right));
    }
    for (int column = 0; column <= chart.columns().size(); column++) {
      path.append('M').append(number(left + column * cell)).append(' ').append(number(top));
      path.append('V').append(number(bottom));
    }
    return path.toString();
  }

  private String diagonal() {
    StringBuilder path = new StringBuilder();
    for (int at = 0; at < Math.min(chart.rows().size(), chart.columns().size()); at++) {
      path.append('M').append(number(x(at))).append(' ').append(number(y(at)));
      path.append('h').append(cell).append('v').append(cell).append("h-").append(cell).append('Z');
    }
    return path.toString();
  }

  private void heads() {
    for (int row = 0; row < chart.rows().size(); row++) {
      MatrixChart.Head head = chart.rows().get(row);
      head(head, "text-anchor", "end", number(left - 5), number(y(row) + cell / 2.0 + 4), "");
    }
    for (int column = 0; column < chart.columns().size(); column++) {
      String x = number(x(column) + cell / 2.0 + 3);
      String y = number(top - 5);
      head(
          chart.columns().get(column),
          "text-anchor",
          "start",
          x,
          y,
          "rotate(-60 " + x + " " + y + ")");
    }
  }

  private void head(
      MatrixChart.Head head, String anchor, String side, String x, String y, String turned) {
    boolean leads = !head.address().isEmpty();
    String shown =
        DisplayWidth.cut(head.name(), turned.isEmpty() ? MOST_ROW_NAME : MOST_COLUMN_NAME);
    if (leads) {
      svg.open("a", "href", "#" + head.address());
    }
    svg.open(
        "text",
        "data-head",
        "",
        anchor,
        side,
        "x",
        x,
        "y",
        y,
        turned.isEmpty() ? "dx" : "transform",
        turned.isEmpty() ? "0" : turned);
    svg.text("tspan", shown);
    if (!shown.equals(head.name())) {
      svg.text("title", head.name());
    }
    svg.close();
    if (leads) {
      svg.close();
    }
  }

  private void cell(MatrixChart.Cell each) {
    svg.open(
        "rect",
        "class",
        "cell level" + levels.of(each.load()),
        "data-page",
        each.address(),
        "x",
        number(x(each.column())),
        "y",
        number(y(each.row())),
        "width",
        number(cell),
        "height",
        number(cell));
    svg.text("title", each.title()).close();
  }

  private void layer(MatrixChart.Layer layer, List<MatrixChart.Cell> cells) {
    StringBuilder path = new StringBuilder();
    for (MatrixChart.Cell each : cells) {
      if (each.marks().contains(layer.mark())) {
        path.append(MarkShape.of(layer.mark(), x(each.column()), y(each.row()), cell));
      }
    }
    svg.empty(
        "path",
        "class",
        MarkShape.style(layer.mark()),
        "data-layer",
        layer.name(),
        "data-label",
        layer.label(),
        "d",
        path.toString());
  }

  private void box(MatrixChart.Box box) {
    double size = (box.until() - box.from()) * cell;
    svg.open(
        "rect",
        "class",
        "box",
        "x",
        number(x(box.from())),
        "y",
        number(y(box.from())),
        "width",
        number(size),
        "height",
        number(size));
    svg.text("title", box.title()).close();
  }

  private void legend(double y) {
    double x = 0;
    x = words(scale(), x, y) + GAP;
    for (int level = 1; level <= LoadLevels.COUNT; level++) {
      svg.empty(
          "rect",
          "class",
          "cell level" + level,
          "x",
          number(x),
          "y",
          number(y - 11),
          "width",
          number(SWATCH),
          "height",
          number(SWATCH));
      x += SWATCH + 1;
    }
    x = words(rate(levels.most()), x + GAP / 2.0, y) + 3 * GAP;
    for (MatrixChart.Layer layer : chart.layers()) {
      svg.empty(
          "rect",
          "class",
          "swatch",
          "x",
          number(x),
          "y",
          number(y - 12),
          "width",
          "16",
          "height",
          "16");
      svg.empty(
          "path",
          "class",
          MarkShape.style(layer.mark()),
          "d",
          MarkShape.of(layer.mark(), x, y - 12, 16));
      x = words(layer.label(), x + 16 + GAP / 2.0, y) + 2 * GAP;
    }
  }

  private String scale() {
    return chart.scale() + "  " + rate(levels.least());
  }

  private String rate(double value) {
    return Units.often(value);
  }

  private double words(String words, double x, double y) {
    svg.text("text", words, "class", "legend", "x", number(x), "y", number(y));
    return x + DisplayWidth.of(words) * LETTER;
  }

  private double legendWidth() {
    double width = DisplayWidth.of(scale() + rate(levels.most())) * LETTER + 160;
    for (MatrixChart.Layer layer : chart.layers()) {
      width += DisplayWidth.of(layer.label()) * LETTER + 16 + 3 * GAP;
    }
    return width;
  }

  private double x(int column) {
    return left + column * cell;
  }

  private double y(int row) {
    return top + row * cell;
  }
}
