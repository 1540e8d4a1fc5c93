package dev.watershed.reports.review.summary;

import dev.watershed.analyzer.ranking.LoadOverTime;
import dev.watershed.reports.Units;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.chart.TimeDrawing;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The load over time: a line, or a bar for each point where there are too few for a line. */
public final class LoadChart {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LoadChart() {}

  public static Block of(ReviewFacts facts, PageWords words) {
    return of(facts.span().ranking().load(), words);
  }

  static Block of(LoadOverTime load, PageWords words) {
    List<Double> values = new ArrayList<>();
    load.activeStatements().forEach(values::add);
    if (values.size() < TimeDrawing.LEAST_POINTS) {
      return bars(load, values, words);
    }
    List<Block.TimeChart.Line> lines =
        List.of(new Block.TimeChart.Line(words.text("unit.active"), values));
    long start = load.from().getEpochSecond();
    long step = load.pointWidth().toSeconds();
    return new Block.TimeChart(
        "load",
        words.text("summary.load"),
        words.text("unit.active"),
        TimeDrawing.of(
            words.text("summary.load"), words.text("unit.active"), start, step, lines, List.of()),
        words.text("summary.load.caption"),
        start,
        step,
        lines,
        List.of());
  }

  private static Block bars(LoadOverTime load, List<Double> values, PageWords words) {
    double most = values.stream().mapToDouble(value -> value).max().orElse(0);
    List<Block.Bars.Bar> bars = new ArrayList<>();
    for (int point = 0; point < values.size(); point++) {
      Instant from = load.from().plus(load.pointWidth().multipliedBy(point));
      double value = values.get(point);
      bars.add(
          new Block.Bars.Bar(
              TIME.format(from), "", most > 0 ? value / most : 0, Units.perSecond(value), ""));
    }
    String caption = words.text("summary.load.caption");
    return new Block.Bars(
        words.text("summary.load"),
        bars,
        bars.isEmpty() ? caption : caption + " " + words.text("chart.few", bars.size()));
  }
}
