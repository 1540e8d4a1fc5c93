package dev.watershed.reports.review.chart;

import static dev.watershed.reports.review.chart.SvgMarkup.number;

import dev.watershed.reports.Units;
import dev.watershed.reports.review.form.Block.TimeChart.Line;
import dev.watershed.reports.review.form.Block.TimeChart.Mark;
import dev.watershed.reports.text.DisplayWidth;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Draws lines over time, with axes and a legend: what is seen of a chart without a script, and in
 * print. Lines differ in their dashes, not in colour alone.
 */
public final class TimeDrawing {

  /** Of fewer points a line says more than is known. */
  public static final int LEAST_POINTS = 6;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final double WIDTH = 700;
  private static final double LEFT = 44;
  private static final double RIGHT = WIDTH - 6;
  private static final double TOP = 24;
  private static final double BOTTOM = 170;
  private static final double ROW = 18;
  private static final double LETTER = 6.2;
  private static final double SAMPLE = 26;

  private final String title;
  private final String unit;
  private final long startSeconds;
  private final long stepSeconds;
  private final List<Line> lines;
  private final List<Mark> marks;
  private final int points;
  private final double most;

  private TimeDrawing(
      String title,
      String unit,
      long startSeconds,
      long stepSeconds,
      List<Line> lines,
      List<Mark> marks) {
    this.title = title;
    this.unit = unit;
    this.startSeconds = startSeconds;
    this.stepSeconds = stepSeconds;
    this.lines = lines;
    this.marks = marks;
    points = lines.stream().mapToInt(line -> line.values().size()).max().orElse(0);
    most =
        roundedUp(
            lines.stream()
                .flatMap(line -> line.values().stream())
                .filter(value -> !value.isNaN())
                .mapToDouble(value -> value)
                .max()
                .orElse(0));
  }

  /** SVG; empty for less than two points. The parameters are those of a chart. */
  public static String of(
      String title,
      String unit,
      long startSeconds,
      long stepSeconds,
      List<Line> lines,
      List<Mark> marks) {
    TimeDrawing drawing = new TimeDrawing(title, unit, startSeconds, stepSeconds, lines, marks);
    return drawing.points < 2 ? "" : drawing.draw();
  }

  /** The next of 1, 2 and 5 times a power of ten; 1 for nothing. */
  private static double roundedUp(double value) {
    if (value <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : new double[] {1, 2, 5}) {
      if (value <= step * power) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private String draw() {
    SvgMarkup svg = new SvgMarkup();
    int rows = lines.size() < 2 ? 0 : legendRows();
    String height = number(BOTTOM + ROW + rows * ROW + 4);
    svg.open(
        "svg",
        "class",
        "timeline",
        "viewBox",
        "0 0 " + number(WIDTH) + " " + height,
        "role",
        "img",
        "aria-label",
        title);
    marks.forEach(mark -> mark(mark, svg));
    for (double share : new double[] {0, 0.5, 1}) {
      String y = number(y(most * share));
      svg.empty("path", "class", "rule", "d", "M" + number(LEFT) + " " + y + "H" + number(RIGHT));
      text(svg, Units.perSecond(most * share), LEFT - 6, y(most * share) + 3.5, "end");
    }
    text(svg, unit, 0, TOP - 13, "start");
    text(svg, TIME.format(Instant.ofEpochSecond(startSeconds)), LEFT, BOTTOM + ROW - 4, "start");
    text(svg, TIME.format(Instant.ofEpochSecond(end())) + " UTC", RIGHT, BOTTOM + ROW - 4, "end");
    for (int at = 0; at < lines.size(); at++) {
      line(lines.get(at), at, svg);
    }
    if (rows > 0) {
      legend(svg);
    }
    return svg.close().markup();
  }

  private void mark(Mark mark, SvgMarkup svg) {
    double from = Math.max(LEFT, x(mark.fromSeconds()));
    double until = Math.min(RIGHT, x(mark.untilSeconds()));
    svg.empty(
        "rect",
        "class",
        "marked",
        "x",
        number(from),
        "y",
        number(TOP),
        "width",
        number(Math.max(1, until - from)),
        "height",
        number(BOTTOM - TOP));
    text(svg, mark.label(), from + 3, TOP + 10, "start");
  }

  private void line(Line line, int at, SvgMarkup svg) {
    StringBuilder path = new StringBuilder();
    boolean open = false;
    for (int point = 0; point < line.values().size(); point++) {
      double value = line.values().get(point);
      if (!Double.isNaN(value)) {
        path.append(open ? 'L' : 'M')
            .append(number(x(startSeconds + point * stepSeconds)))
            .append(' ')
            .append(number(y(value)));
      }
      open = !Double.isNaN(value);
    }
    svg.empty("path", "class", style(at), "d", path.toString());
  }

  private static String style(int at) {
    return "line dash" + at % 5;
  }

  private void legend(SvgMarkup svg) {
    double x = 0;
    double y = BOTTOM + 2 * ROW - 2;
    for (int at = 0; at < lines.size(); at++) {
      double width = entry(lines.get(at));
      if (x > 0 && x + width > WIDTH) {
        x = 0;
        y += ROW;
      }
      svg.empty("path", "class", style(at), "d", "M" + number(x) + " " + number(y - 4) + "h20");
      text(svg, lines.get(at).label(), x + SAMPLE, y, "start");
      x += width;
    }
  }

  private int legendRows() {
    int rows = 1;
    double x = 0;
    for (Line line : lines) {
      if (x > 0 && x + entry(line) > WIDTH) {
        rows++;
        x = 0;
      }
      x += entry(line);
    }
    return rows;
  }

  private static double entry(Line line) {
    return SAMPLE + DisplayWidth.of(line.label()) * LETTER + 16;
  }

  private static void text(SvgMarkup svg, String text, double x, double y, String anchor) {
    svg.text("text", text, "x", number(x), "y", number(y), "text-anchor", anchor);
  }

  private long end() {
    return startSeconds + (points - 1) * stepSeconds;
  }

  private double x(long seconds) {
    return LEFT + (RIGHT - LEFT) * (seconds - startSeconds) / (end() - startSeconds);
  }

  private double y(double value) {
    return BOTTOM - (BOTTOM - TOP) * value / most;
  }
}
