package dev.watershed.reports.html;

import dev.watershed.analyzer.ranking.LoadOverTime;
import dev.watershed.reports.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.collections.api.list.primitive.DoubleList;
import org.eclipse.collections.impl.factory.primitive.DoubleLists;

/** The load over time as a stepped area: each step is as wide as the time that it stands for. */
final class LoadChart {

  /** How many labels may stand under the chart, the best first. */
  private static final int[] LABELS = {5, 7, 4, 6, 3};

  private static final double WIDTH = 1_000;
  private static final double HEIGHT = 160;
  private static final double TOP = 6;
  private static final int MOST_STEPS = 240;
  private static final int MOST_SPARK_STEPS = 60;
  private static final double SPARK_WIDTH = 120;
  private static final double SPARK_HEIGHT = 22;

  private LoadChart() {}

  /** The chart with its grid and a mark at the peak. */
  static String area(LoadOverTime load) {
    DoubleList series = coarsened(load.activeStatements(), MOST_STEPS);
    Svg svg = new Svg("load", WIDTH, HEIGHT, true);
    int labels = labelCount(load);
    for (int line = 0; line < labels; line++) {
      double x = WIDTH * line / (labels - 1);
      svg.line("grid", x, 0, x, HEIGHT);
    }
    double most = Math.max(series.max(), Double.MIN_NORMAL);
    double middle = TOP + (HEIGHT - TOP) / 2;
    svg.line("grid", 0, TOP, WIDTH, TOP).line("grid", 0, middle, WIDTH, middle);
    steps(svg, series, most, WIDTH, HEIGHT, TOP);
    load.peakIndex()
        .ifPresent(
            peak -> {
              double x = WIDTH * (peak + 0.5) / load.activeStatements().size();
              svg.line("peak", x, 0, x, TOP);
            });
    return svg.line("axis", 0, HEIGHT, WIDTH, HEIGHT).markup();
  }

  /** The same, small and without a grid, on a scale of its own. */
  static String spark(DoubleList points) {
    DoubleList series = coarsened(points, MOST_SPARK_STEPS);
    Svg svg = new Svg("spark", SPARK_WIDTH, SPARK_HEIGHT, true);
    double most = Math.max(series.max(), Double.MIN_NORMAL);
    steps(svg, series, most, SPARK_WIDTH, SPARK_HEIGHT, 1);
    return svg.markup();
  }

  /** The times under the chart, evenly spread; a line of the grid stands above each. */
  static List<String> labels(LoadOverTime load) {
    Duration span = span(load);
    int count = labelCount(load);
    List<String> labels = new ArrayList<>();
    for (int label = 0; label < count; label++) {
      Duration offset = span.multipliedBy(label).dividedBy(count - 1);
      labels.add(TimeSpan.within(load.from().plus(offset), span));
    }
    return labels;
  }

  /** As many that they fall on whole minutes; else one at either end. */
  private static int labelCount(LoadOverTime load) {
    long minutes = span(load).toMinutes();
    return IntStream.of(LABELS).filter(count -> minutes % (count - 1) == 0).findFirst().orElse(2);
  }

  private static Duration span(LoadOverTime load) {
    return load.pointWidth().multipliedBy(load.activeStatements().size());
  }

  /** At most so many steps, each as high as the highest point in it, so that peaks stay. */
  private static DoubleList coarsened(DoubleList points, int most) {
    int steps = Math.min(most, points.size());
    double[] highest = new double[steps];
    for (int point = 0; point < points.size(); point++) {
      int step = (int) ((long) point * steps / points.size());
      highest[step] = Math.max(highest[step], points.get(point));
    }
    return DoubleLists.immutable.of(highest);
  }

  private static void steps(
      Svg svg, DoubleList series, double most, double width, double height, double top) {
    int points = series.size();
    double[] x = new double[points * 2];
    double[] y = new double[points * 2];
    for (int point = 0; point < points; point++) {
      double level = height - series.get(point) / most * (height - top);
      x[point * 2] = width * point / points;
      x[point * 2 + 1] = width * (point + 1) / points;
      y[point * 2] = level;
      y[point * 2 + 1] = level;
    }
    svg.path("fill", framed(x, 0, width), framed(y, height, height), true);
    svg.path("line", x, y, false);
  }

  private static double[] framed(double[] values, double first, double last) {
    double[] framed = new double[values.length + 2];
    framed[0] = first;
    System.arraycopy(values, 0, framed, 1, values.length);
    framed[framed.length - 1] = last;
    return framed;
  }
}
