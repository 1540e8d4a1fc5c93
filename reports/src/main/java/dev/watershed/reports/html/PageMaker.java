package dev.watershed.reports.html;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.LoadOverTime;
import dev.watershed.analyzer.ranking.QualityFacts;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.AttributedShare;
import dev.watershed.reports.FailedSource;
import dev.watershed.reports.Notes;
import dev.watershed.reports.PageSecurity;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.workload.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns facts into what the page shows. */
final class PageMaker {

  private static final int MOST_SERVICES = 12;

  private final WorkloadFacts facts;
  private final ReportContext context;

  PageMaker(WorkloadFacts facts, ReportContext context) {
    this.facts = facts;
    this.context = context;
  }

  PageModel page(String style) {
    RankingRows ranking = new RankingRows(facts);
    return new PageModel(
        PageSecurity.policyFor(style),
        style,
        "Workload digest",
        span().orElse("No statement was read"),
        source(),
        tiles(),
        load(),
        services(),
        servicesNote(),
        ranking.title(),
        ranking.caption(),
        ranking.groupHead(),
        ranking.rows(),
        quality());
  }

  private Optional<String> span() {
    return facts
        .totals()
        .filter(totals -> totals.firstSeen().isPresent() && totals.lastSeen().isPresent())
        .map(totals -> TimeSpan.of(totals.firstSeen().get(), totals.lastSeen().get()));
  }

  private String source() {
    List<SourceFile> files = facts.quality().files();
    long all = files.stream().mapToLong(SourceFile::bytes).sum();
    String read =
        files.size() == 1
            ? VisibleText.of(files.get(0).path())
            : Units.grouped(files.size()) + " files";
    long services = facts.serviceCount();
    return read
        + " · "
        + Units.bytes(all)
        + " · "
        + Units.grouped(facts.digestCount())
        + " digests · "
        + Units.grouped(services)
        + (services == 1 ? " service" : " services");
  }

  private List<Tile> tiles() {
    List<Tile> tiles = new ArrayList<>();
    facts.totals().ifPresent(totals -> tiles(totals, tiles));
    return tiles;
  }

  private void tiles(Figures totals, List<Tile> tiles) {
    tiles.add(new Tile(Units.micros(totals.timeMicros()), "of execution time"));
    boolean every = totals.calls().isPresent();
    tiles.add(
        new Tile(
            Units.count(totals.loggedCalls()),
            (every ? "statements" : "statements logged") + rate(totals)));
    LoadOverTime load = facts.load();
    load.peakIndex()
        .ifPresent(
            peak ->
                tiles.add(
                    new Tile(
                        Units.ratio(load.activeStatements().get(peak)),
                        "active at a time at the peak")));
    tiles.add(
        new Tile(
            totals.percentiles().map(times -> Units.micros(times.p95Micros())).orElse("–"),
            "95th percentile; p50 "
                + totals.percentiles().map(times -> Units.micros(times.p50Micros())).orElse("–")));
    tiles.add(
        new Tile(AttributedShare.text(facts.quality()), "of the time attributed to services"));
  }

  private static String rate(Figures totals) {
    if (totals.firstSeen().isEmpty() || totals.lastSeen().isEmpty()) {
      return "";
    }
    Duration span = Duration.between(totals.firstSeen().get(), totals.lastSeen().get());
    double seconds = span.toNanos() / 1e9;
    return seconds < 1 ? "" : ", " + Units.ratio(totals.loggedCalls() / seconds) + " a second";
  }

  private PageModel.LoadSection load() {
    LoadOverTime load = facts.load();
    if (load.peakIndex().isEmpty()) {
      return new PageModel.LoadSection("No statement has a time.", "", "", List.of());
    }
    int peak = load.peakIndex().getAsInt();
    int points = load.activeStatements().size();
    Duration span = load.pointWidth().multipliedBy(points);
    String most = Units.ratio(load.activeStatements().get(peak));
    String when = TimeSpan.within(load.start(peak), span);
    if (points == 1) {
      String note = most + " statements were active at a time, on average, in the one time slot";
      return new PageModel.LoadSection(note + " of the log (" + when + " UTC).", "", "", List.of());
    }
    return new PageModel.LoadSection(
        "Average active statements. The peak is at " + when + " UTC: " + most + " at a time.",
        LoadChart.area(load),
        most,
        LoadChart.labels(load));
  }

  private List<ServiceRow> services() {
    long most =
        facts.services().stream().mapToLong(load -> load.figures().timeMicros()).max().orElse(1);
    return facts.services().stream()
        .filter(load -> load.service().known())
        .limit(MOST_SERVICES)
        .map(load -> serviceRow(load, Math.max(1, most)))
        .toList();
  }

  private ServiceRow serviceRow(ServiceLoad load, long most) {
    double part = 100.0 * load.figures().timeMicros() / most;
    Svg bar = new Svg("share", 100, 8, true).rectangle("bar", 0, 0, part, 8);
    boolean series = load.activeStatements().size() > 1;
    return new ServiceRow(
        VisibleText.of(load.service().name()),
        load.service().known(),
        load.share().isPresent() ? Units.percent(load.share().getAsDouble()) : Units.UNKNOWN,
        Units.micros(load.figures().timeMicros()),
        Units.count(load.figures().loggedCalls()),
        bar.markup(),
        series ? LoadChart.spark(load.activeStatements()) : "");
  }

  private String servicesNote() {
    long more = Math.max(0, facts.serviceCount() - MOST_SERVICES);
    long micros =
        facts.services().stream()
            .filter(load -> load.service().known())
            .skip(MOST_SERVICES)
            .mapToLong(load -> load.figures().timeMicros())
            .sum();
    String rest =
        more == 0
            ? ""
            : Units.grouped(more)
                + (more == 1 ? " more service: " : " more services: ")
                + Units.micros(micros)
                + ". ";
    String unattributed =
        facts.quality().unattributedShare().isPresent()
            ? Units.percent(facts.quality().unattributedShare().getAsDouble())
            : Units.UNKNOWN;
    return rest + "Unattributed: " + unattributed + " of the time.";
  }

  private PageModel.QualitySection quality() {
    QualityFacts quality = facts.quality();
    List<List<String>> issues =
        quality.issues().stream()
            .map(
                issue ->
                    List.of(
                        issue.reason().key(),
                        Units.grouped(issue.count()),
                        issue.reason().description(),
                        VisibleText.of(issue.firstPath()),
                        Units.grouped(issue.firstOffset())))
            .toList();
    List<List<String>> files =
        quality.files().stream()
            .map(
                file ->
                    List.of(
                        VisibleText.of(file.path()),
                        Units.bytes(file.bytes()),
                        Units.grouped(file.events()),
                        Units.grouped(file.issues())))
            .toList();
    List<String> failed =
        context.failed().stream().map(FailedSource::message).map(VisibleText::of).toList();
    List<String> notes = new ArrayList<>(Notes.of(facts));
    notes.addAll(context.notes());
    return new PageModel.QualitySection(notes, failed, issues, files);
  }
}
