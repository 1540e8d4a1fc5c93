package dev.watershed.reports.text;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.LoadOverTime;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.ServiceNames;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The load over time, and whose it is. */
final class LoadText {

  private static final int LABEL = 7;
  private static final int MOST_BARS = 60;
  private static final int LEAST_BARS = 12;
  private static final int ROOMY = 90;
  private static final int NAMED_SERVICES = 8;
  private static final String GAP = "  ";

  private final TextOptions options;
  private final Style style;

  LoadText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  void append(WorkloadFacts facts, StringBuilder text) {
    figures(facts.totals().orElseThrow(), text);
    overTime(facts.load(), text);
    byService(facts, text);
  }

  /** Where the load by service is an estimate. */
  void append(WorkloadFacts facts, FleetLoad load, StringBuilder text) {
    figures(facts.totals().orElseThrow(), text);
    overTime(facts.load(), text);
    List<FleetLoad.Part> services =
        load.services().stream()
            .filter(part -> part.service().attributed() && part.micros().estimate() > 0)
            .toList();
    List<String> parts = new ArrayList<>();
    for (FleetLoad.Part part : ServiceNames.limited(services, NAMED_SERVICES)) {
      String name = VisibleText.of(ServiceNames.of(part.service()).orElseThrow());
      parts.add(
          DisplayWidth.cut(name, 32)
              + " about "
              + Units.percent(part.micros().estimate() / Math.max(1, load.totalMicros())));
    }
    if (services.size() > NAMED_SERVICES) {
      parts.add(services.size() - NAMED_SERVICES + " more");
    }
    parts.add(
        "unattributed about "
            + (load.unclaimedShare().isPresent()
                ? Units.percent(load.unclaimedShare().getAsDouble())
                : Units.UNKNOWN));
    flow("by", parts, text);
  }

  private void figures(Figures totals, StringBuilder text) {
    List<String> parts = new ArrayList<>();
    parts.add(Units.micros(totals.timeMicros()) + " in all");
    totals
        .percentiles()
        .ifPresent(
            times -> {
              parts.add("p50 " + Units.micros(times.p50Micros()));
              parts.add("p95 " + Units.micros(times.p95Micros()));
              parts.add("p99 " + Units.micros(times.p99Micros()));
            });
    totals.maxMicros().ifPresent(max -> parts.add("max " + Units.micros(max)));
    parts.add("lock " + Units.micros(totals.lockTimeMicros()));
    parts.add(Units.count(totals.rowsExamined()) + " rows examined");
    parts.add(Units.count(totals.rowsSent()) + " sent");
    flow("time", parts, text);
  }

  private void overTime(LoadOverTime load, StringBuilder text) {
    if (load.peakIndex().isEmpty()) {
      return;
    }
    int points = load.activeStatements().size();
    String peak = peak(load, options.width() < ROOMY ? " at " : " statements at a time at ");
    String grain = points == 1 ? "" : " · " + points + " × " + width(load);
    int room = options.width() - LABEL - GAP.length() - peak.length();
    boolean withGrain = room - grain.length() >= LEAST_BARS;
    int bars = Math.max(LEAST_BARS, Math.min(MOST_BARS, room - (withGrain ? grain.length() : 0)));
    text.append(label("load"))
        .append(style.accent(Bars.ofSeries(load.activeStatements(), bars)))
        .append(GAP)
        .append(peak)
        .append(withGrain ? style.dim(grain) : "")
        .append('\n');
  }

  private static String peak(LoadOverTime load, String at) {
    int peak = load.peakIndex().orElseThrow();
    int points = load.activeStatements().size();
    Duration span = load.pointWidth().multipliedBy(points);
    return (points == 1 ? "" : "peak ")
        + Units.ratio(load.activeStatements().get(peak))
        + at
        + TimeSpan.within(load.start(peak), span);
  }

  private void byService(WorkloadFacts facts, StringBuilder text) {
    List<String> parts = new ArrayList<>();
    long all = facts.totals().orElseThrow().timeMicros();
    List<ServiceLoad> services =
        facts.services().stream().filter(load -> load.service().known()).toList();
    int named = services.size() <= NAMED_SERVICES + 1 ? services.size() : NAMED_SERVICES;
    for (ServiceLoad load : services.subList(0, named)) {
      String name = DisplayWidth.cut(VisibleText.of(load.service().name()), 32);
      parts.add(name + " " + share(load.figures().timeMicros(), all));
    }
    if (named < services.size()) {
      long rest =
          services.subList(named, services.size()).stream()
              .mapToLong(load -> load.figures().timeMicros())
              .sum();
      parts.add(services.size() - named + " more " + share(rest, all));
    }
    String unattributed =
        facts.quality().unattributedShare().isPresent()
            ? Units.percent(facts.quality().unattributedShare().getAsDouble())
            : Units.UNKNOWN;
    parts.add("unattributed " + unattributed);
    boolean whole = !facts.quality().visibility().hidesFastExecutions();
    flow(whole ? "by" : "logged", parts, text);
  }

  private void flow(String label, List<String> parts, StringBuilder text) {
    StringBuilder line = new StringBuilder();
    String shownLabel = label(label);
    for (String part : parts) {
      boolean full = LABEL + line.length() + GAP.length() + DisplayWidth.of(part) > options.width();
      if (line.length() > 0 && full) {
        text.append(shownLabel).append(line).append('\n');
        shownLabel = " ".repeat(LABEL);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : GAP).append(part);
    }
    text.append(shownLabel).append(line).append('\n');
  }

  private String label(String label) {
    return style.dim(label) + " ".repeat(LABEL - label.length());
  }

  private static String share(long part, long all) {
    return all == 0 ? Units.UNKNOWN : Units.percent((double) part / all);
  }

  private static String width(LoadOverTime load) {
    long minutes = load.pointWidth().toMinutes();
    if (minutes % (24 * 60) == 0) {
      return minutes / (24 * 60) + " d";
    }
    return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
  }
}
