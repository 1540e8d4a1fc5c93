package dev.watershed.reports.text;

import dev.watershed.analyzer.ranking.Effort;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.Percentiles;
import dev.watershed.reports.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** The figures of one digest as pairs of a name and a text; zeros that mean nothing left out. */
final class FigureRows {

  private final List<List<String>> rows = new ArrayList<>();
  private final Figures figures;

  FigureRows(GroupFacts group) {
    figures = group.figures();
    row("share", group.share().isPresent() ? Units.percent(group.share().getAsDouble()) : "–");
    times();
    row("lock time", Units.micros(figures.lockTimeMicros()));
    row("rows", rowsText());
    figures.effort().ifPresent(this::effort);
  }

  List<List<String>> rows() {
    return List.copyOf(rows);
  }

  private void times() {
    boolean every = figures.calls().isPresent();
    row(
        every ? "calls" : "calls logged",
        Units.grouped(figures.loggedCalls())
            + (figures.loggedCalls() == figures.eventsRead()
                ? ""
                : " from " + Units.grouped(figures.eventsRead()) + " sampled events"));
    row("time", Units.micros(figures.timeMicros()) + ", on average " + Units.micros(average()));
    row(
        "percentiles",
        "p50 "
            + percentile(Percentiles::p50Micros)
            + "  p95 "
            + percentile(Percentiles::p95Micros)
            + "  p99 "
            + percentile(Percentiles::p99Micros));
    row(
        "extremes",
        "min "
            + time(figures.minMicros())
            + "  max "
            + time(figures.maxMicros())
            + (figures.standardDeviationMicros().isPresent()
                ? "  standard deviation "
                    + Units.micros(figures.standardDeviationMicros().getAsDouble())
                : ""));
  }

  private String rowsText() {
    String ratio =
        figures.examinedPerSent().isPresent()
            ? ", "
                + Units.ratio(figures.examinedPerSent().getAsDouble())
                + (figures.rowsSent() > 0 ? " per row sent" : " per call")
            : "";
    return Units.grouped(figures.rowsExamined())
        + " examined, "
        + Units.grouped(figures.rowsSent())
        + " sent"
        + ratio;
  }

  private void effort(Effort effort) {
    if (effort.cpuTimeMicros() > 0) {
      row("CPU time", Units.micros(effort.cpuTimeMicros()));
    }
    count("errors", effort.errors());
    count("rows affected", effort.rowsAffected());
    if (effort.bytesSent() > 0) {
      row("bytes sent", Units.bytes(effort.bytesSent()));
    }
    count("temp. tables", effort.temporaryTables());
    count("… on disk", effort.temporaryDiskTables());
    count("full scans", effort.fullScans());
    count("full joins", effort.fullJoins());
    count("rows sorted", effort.sortRows());
    count("merge passes", effort.sortMergePasses());
    count("schema inherited", effort.inheritedSchema());
  }

  private void count(String name, long count) {
    if (count > 0) {
      row(name, Units.grouped(count));
    }
  }

  private void row(String name, String text) {
    rows.add(List.of(name, text));
  }

  private double average() {
    return figures.loggedCalls() == 0 ? 0 : (double) figures.timeMicros() / figures.loggedCalls();
  }

  private String percentile(Function<Percentiles, Double> which) {
    return figures.percentiles().map(which).map(Units::micros).orElse(Units.UNKNOWN);
  }

  private static String time(OptionalLong micros) {
    return micros.isPresent() ? Units.micros(micros.getAsLong()) : Units.UNKNOWN;
  }
}
