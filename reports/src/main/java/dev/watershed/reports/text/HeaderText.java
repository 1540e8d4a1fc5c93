package dev.watershed.reports.text;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.workload.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first line: how much was read, of what time, and what came of it. */
final class HeaderText {

  private static final String SEPARATOR = " · ";

  private final TextOptions options;

  HeaderText(TextOptions options) {
    this.options = options;
  }

  void append(WorkloadFacts facts, ReportContext context, StringBuilder text) {
    append(facts, facts.serviceCount(), context, text);
  }

  /**
   * @param services how many ran something
   */
  void append(WorkloadFacts facts, long services, ReportContext context, StringBuilder text) {
    List<String> parts = new ArrayList<>();
    read(facts.quality().files(), context).ifPresent(parts::add);
    parts.add(events(facts));
    facts.totals().ifPresent(totals -> span(totals, parts));
    parts.add(Units.counted(facts.digestCount(), "digest"));
    parts.add(Units.counted(services, "service"));
    int issues = facts.quality().issues().size();
    if (issues > 0) {
      parts.add(Units.counted(issues, "issue") + " (see the end)");
    }
    lines(parts).forEach(line -> text.append(line).append('\n'));
  }

  /** Breaks between parts only. */
  private List<String> lines(List<String> parts) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String part : parts) {
      String longer = line.isEmpty() ? part : line + SEPARATOR + part;
      if (DisplayWidth.of(longer) > options.width() && !line.isEmpty()) {
        lines.add(line);
        longer = part;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  /** Counters have no bytes: then nothing is said, but for how long it took. */
  private static Optional<String> read(List<SourceFile> files, ReportContext context) {
    Optional<String> in = context.elapsed().map(time -> "in " + Units.micros(time.toNanos() / 1e3));
    long all = files.stream().mapToLong(SourceFile::bytes).sum();
    if (all == 0 && context.configuration().isPresent()) {
      return in;
    }
    String bytes = Units.bytes(all);
    String of = files.size() > 1 ? " of " + Units.counted(files.size(), "file") : "";
    return Optional.of(bytes + of + in.map(time -> " " + time).orElse(""));
  }

  private static String events(WorkloadFacts facts) {
    long events = facts.totals().map(Figures::loggedCalls).orElse(0L);
    long read = facts.totals().map(Figures::eventsRead).orElse(0L);
    String all = Units.counted(events, "event");
    return events == read ? all : all + " from " + Units.grouped(read) + " sampled";
  }

  private static void span(Figures totals, List<String> parts) {
    if (totals.firstSeen().isPresent() && totals.lastSeen().isPresent()) {
      parts.add(TimeSpan.of(totals.firstSeen().get(), totals.lastSeen().get()));
    }
  }
}
