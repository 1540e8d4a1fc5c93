package dev.watershed.benchmarks.store;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Seconds over millions of rows on linear axes, so that a straight line is a linear cost.
 *
 * @param series points by their name, the most expensive first
 */
record CostPlot(String title, Map<String, List<Point>> series) {

  /** What a question cost at a number of rows. */
  record Point(double millionRows, double seconds) {}

  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final int LEFT = 48;
  private static final int RIGHT = 190;
  private static final int TOP = 40;
  private static final int BOTTOM = 44;
  private static final int LINE_HEIGHT = 15;
  private static final int GRID_LINES = 5;

  /** Colours that people who see few colours tell apart (Okabe and Ito, 2008). */
  private static final List<String> COLOURS = List.of("#d55e00", "#0072b2", "#009e73", "#cc79a7");

  /** The drawing, in the colours of light and of dark pages. */
  String toSvg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <style>
        .back { fill: #ffffff } text { fill: #24292f } .grid { stroke: #d0d7de }
        @media (prefers-color-scheme: dark) {
        .back { fill: #0d1117 } text { fill: #e6edf3 } .grid { stroke: #30363d } }
        </style>
        <rect class="back" width="%d" height="%d"/>
        """
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
    text(svg, LEFT, 20, "start", title);
    double mostSeconds = roundUp(most(true));
    double mostRows = most(false);
    grid(svg, mostSeconds, mostRows);
    Iterator<String> colours = COLOURS.iterator();
    double labelAt = 0;
    for (Map.Entry<String, List<Point>> one : series.entrySet()) {
      labelAt = line(svg, one, colours.next(), mostSeconds, mostRows, labelAt);
    }
    return svg.append("</svg>\n").toString();
  }

  private double most(boolean seconds) {
    return series.values().stream()
        .flatMap(List::stream)
        .mapToDouble(point -> seconds ? point.seconds() : point.millionRows())
        .max()
        .orElse(1);
  }

  /** A multiple of a power of ten, of which a fifth reads well. */
  private static double roundUp(double seconds) {
    double unit = Math.pow(10, Math.floor(Math.log10(seconds)));
    for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
      if (factor * unit >= seconds) {
        return factor * unit;
      }
    }
    return 10 * unit;
  }

  private void grid(StringBuilder svg, double mostSeconds, double mostRows) {
    for (int i = 0; i <= GRID_LINES; i++) {
      double seconds = mostSeconds * i / GRID_LINES;
      double y = y(seconds, mostSeconds);
      line(svg, "class=\"grid\"", LEFT, y, WIDTH - RIGHT, y);
      text(svg, LEFT - 6, y + 4, "end", number(seconds) + " s");
    }
    series.values().stream()
        .findFirst()
        .ifPresent(
            points -> {
              for (Point point : points) {
                double x = x(point.millionRows(), mostRows);
                line(svg, "class=\"grid\"", x, TOP, x, HEIGHT - BOTTOM);
                text(svg, x, HEIGHT - BOTTOM + 18, "middle", number(point.millionRows()));
              }
            });
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", "million statement rows");
  }

  private double line(
      StringBuilder svg,
      Map.Entry<String, List<Point>> one,
      String colour,
      double mostSeconds,
      double mostRows,
      double labelAfter) {
    StringBuilder path = new StringBuilder();
    double x = LEFT;
    double y = HEIGHT - BOTTOM;
    for (Point point : one.getValue()) {
      x = x(point.millionRows(), mostRows);
      y = y(point.seconds(), mostSeconds);
      path.append(number(x)).append(',').append(number(y)).append(' ');
      svg.append(
          "<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>%n"
              .formatted(number(x), number(y), colour));
    }
    svg.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
            .formatted(path.toString().strip(), colour));
    double label = Math.max(y + 4, labelAfter + LINE_HEIGHT);
    text(svg, x + 8, label, "start", one.getKey());
    return label;
  }

  private static double x(double millionRows, double most) {
    return LEFT + (WIDTH - RIGHT - LEFT) * millionRows / most;
  }

  private static double y(double seconds, double most) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * seconds / most;
  }

  private static void line(
      StringBuilder svg, String look, double x1, double y1, double x2, double y2) {
    svg.append(
        "<line %s x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>%n"
            .formatted(look, number(x1), number(y1), number(x2), number(y2)));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n"
            .formatted(
                number(x), number(y), anchor, text.replace("&", "&amp;").replace("<", "&lt;")));
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
