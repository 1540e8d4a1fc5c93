package dev.watershed.reports.review.server;

import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.neighbour.CalendarEntry;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.chart.TimeDrawing;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The statements that are active on each server, over the time. */
public final class ServerLoad {

  private static final int SECONDS_PER_MINUTE = 60;

  /** So many points are as fine as a screen shows. */
  private static final int MOST_POINTS = 1_500;

  private ServerLoad() {}

  /** The chart, or why there is none; empty where no server had a statement. */
  public static Optional<Block> of(FleetUse use, List<CalendarEntry> calendar, PageWords words) {
    List<ServerUse> servers =
        use.servers().stream().filter(each -> !each.active().values().isEmpty()).toList();
    if (servers.isEmpty()) {
      return Optional.empty();
    }
    long from = servers.stream().mapToLong(each -> first(each.active())).min().getAsLong();
    long until = servers.stream().mapToLong(each -> end(each.active())).max().getAsLong();
    int width = servers.stream().mapToInt(each -> each.active().widthMinutes()).max().getAsInt();
    long step = width * Math.max(1, -Math.floorDiv(from - until, (long) width * MOST_POINTS));
    List<Block.TimeChart.Line> lines = new ArrayList<>();
    for (ServerUse server : servers) {
      lines.add(
          new Block.TimeChart.Line(
              VisibleText.of(server.server()), values(server.active(), from, until, step)));
    }
    int points = lines.get(0).values().size();
    if (points < TimeDrawing.LEAST_POINTS) {
      return Optional.of(
          new Block.Prose(
              Optional.of(words.text("servers.load")),
              List.of(words.text("chart.few", points) + " " + words.text("servers.load.few"))));
    }
    List<Block.TimeChart.Mark> marks =
        calendar.stream()
            .map(
                entry ->
                    new Block.TimeChart.Mark(
                        VisibleText.of(entry.name()),
                        entry.from().getEpochSecond(),
                        entry.to().getEpochSecond()))
            .filter(mark -> mark.untilSeconds() > from * SECONDS_PER_MINUTE)
            .filter(mark -> mark.fromSeconds() < until * SECONDS_PER_MINUTE)
            .toList();
    return Optional.of(
        new Block.TimeChart(
            "servers",
            words.text("servers.load"),
            words.text("unit.active"),
            TimeDrawing.of(
                words.text("servers.load"),
                words.text("unit.active"),
                from * SECONDS_PER_MINUTE,
                step * SECONDS_PER_MINUTE,
                lines,
                marks),
            words.text("servers.load.caption"),
            from * SECONDS_PER_MINUTE,
            step * SECONDS_PER_MINUTE,
            lines,
            marks));
  }

  private static long first(Series series) {
    return series.values().firstKey();
  }

  private static long end(Series series) {
    return series.values().lastKey() + series.widthMinutes();
  }

  /** The mean of each step; minutes that are not there count as 0. */
  private static List<Double> values(Series series, long from, long until, long step) {
    TreeMap<Long, Double> sums = new TreeMap<>();
    series
        .values()
        .forEach(
            (minute, value) ->
                sums.merge(
                    Math.floorDiv(minute - from, step),
                    value * series.widthMinutes() / step,
                    Double::sum));
    List<Double> values = new ArrayList<>();
    for (long point = 0; from + point * step < until; point++) {
      values.add(sums.getOrDefault(point, 0.0));
    }
    return values;
  }
}
