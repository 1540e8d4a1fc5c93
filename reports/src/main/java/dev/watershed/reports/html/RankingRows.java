package dev.watershed.reports.html;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Percentiles;
import dev.watershed.analyzer.ranking.TouchedTable;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.SqlLayout;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The ranked groups as lines of a table. */
final class RankingRows {

  /** More lines make a page that no browser likes; JSON has them all. */
  static final int MOST = 1_000;

  private final WorkloadFacts facts;
  private final List<GroupFacts> shownGroups;

  RankingRows(WorkloadFacts facts) {
    this.facts = facts;
    this.shownGroups = facts.groups().subList(0, Math.min(MOST, facts.groups().size()));
  }

  String title() {
    String groups = groups();
    String named = groups.substring(0, 1).toUpperCase(Locale.ROOT) + groups.substring(1);
    String what = facts.options().groupBy() == GroupBy.DIGEST ? "Statements" : named;
    return facts.order() == Order.TIME ? what + " that cost most" : what + " by " + order();
  }

  String caption() {
    String shown =
        Units.grouped(shownGroups.size())
            + " of "
            + Units.grouped(facts.groupCount())
            + " "
            + groups();
    boolean shares = shownGroups.stream().allMatch(group -> group.share().isPresent());
    boolean overlap = facts.options().groupBy() == GroupBy.TABLE;
    double sum = shownGroups.stream().mapToDouble(group -> group.share().orElse(0)).sum();
    String share = shares && !overlap ? ", " + Units.percent(sum) + " of the time" : "";
    return shown + share + "; ordered by " + order() + ".";
  }

  String groupHead() {
    return facts.options().groupBy() == GroupBy.DIGEST
        ? "Statement"
        : title(facts.options().groupBy().key());
  }

  List<GroupRow> rows() {
    List<GroupRow> rows = new ArrayList<>();
    for (GroupFacts group : shownGroups) {
      rows.add(row(rows.size() + 1, group));
    }
    return rows;
  }

  private GroupRow row(int rank, GroupFacts group) {
    Optional<GroupKey.Digest> digest =
        group.key() instanceof GroupKey.Digest key ? Optional.of(key) : Optional.empty();
    return new GroupRow(
        rank,
        name(group.key()),
        digest.map(key -> VisibleText.of(key.fingerprint())),
        about(group),
        cells(group),
        LatencyChart.of(group.figures()),
        digest.map(key -> detail(key, group.figures())));
  }

  private static String name(GroupKey key) {
    return key instanceof GroupKey.Slot slot
        ? TimeSpan.minute(slot.from())
        : VisibleText.of(key.name());
  }

  private List<String> about(GroupFacts group) {
    List<String> about = new ArrayList<>();
    GroupBy by = facts.options().groupBy();
    if (by != GroupBy.SERVICE && by != GroupBy.MODULE) {
      about.add(group.services().isEmpty() ? "unattributed" : joined(group.services()));
    }
    if (group.key() instanceof GroupKey.Digest digest && !digest.tables().isEmpty()) {
      about.add(joined(digest.tables().stream().map(TouchedTable::name).toList()));
    }
    return about;
  }

  private List<GroupRow.Cell> cells(GroupFacts group) {
    Figures figures = group.figures();
    boolean every = !facts.quality().visibility().hidesFastExecutions();
    List<GroupRow.Cell> cells = new ArrayList<>();
    cells.add(cell("Share", share(group.share())));
    cells.add(cell("Time", Units.micros(figures.timeMicros())));
    cells.add(cell(every ? "Calls" : "Logged", Units.count(figures.loggedCalls())));
    cells.add(cell("p50", percentile(figures, Percentiles::p50Micros)));
    cells.add(cell("p95", percentile(figures, Percentiles::p95Micros)));
    cells.add(cell("Max", time(figures.maxMicros())));
    cells.add(
        cell(
            "Examined / sent",
            figures.examinedPerSent().isPresent()
                ? Units.ratio(figures.examinedPerSent().getAsDouble())
                : Units.UNKNOWN));
    return cells;
  }

  private StatementDetail detail(GroupKey.Digest digest, Figures figures) {
    List<Tile> more = new ArrayList<>();
    more.add(new Tile("digest", digest.name()));
    more.add(new Tile("p99", percentile(figures, Percentiles::p99Micros)));
    more.add(new Tile("min", time(figures.minMicros())));
    more.add(
        new Tile(
            "standard deviation",
            figures.standardDeviationMicros().isPresent()
                ? Units.micros(figures.standardDeviationMicros().getAsDouble())
                : Units.UNKNOWN));
    more.add(new Tile("lock time", Units.micros(figures.lockTimeMicros())));
    more.add(new Tile("rows examined", Units.grouped(figures.rowsExamined())));
    more.add(new Tile("rows sent", Units.grouped(figures.rowsSent())));
    if (figures.firstSeen().isPresent() && figures.lastSeen().isPresent()) {
      more.add(new Tile("seen", TimeSpan.of(figures.firstSeen().get(), figures.lastSeen().get())));
    }
    List<String> lines =
        SqlLayout.lines(digest.fingerprint()).stream().map(VisibleText::of).toList();
    Optional<String> sample =
        digest
            .sample()
            .map(text -> text.lines().map(RankingRows::visible).collect(Collectors.joining("\n")));
    return new StatementDetail(lines, sample, more);
  }

  private static String visible(String line) {
    return VisibleText.of(line.replace("\t", "    "));
  }

  private String order() {
    return switch (facts.order()) {
      case TIME -> "total time";
      case P95 -> "95th percentile";
      case P99 -> "99th percentile";
      case CALLS -> "calls";
      case ROWS_EXAMINED -> "rows examined";
      case EXAMINED_PER_SENT -> "rows examined per row sent";
      case LOCK_TIME -> "lock time";
      case VARIANCE -> "variance of the time";
    };
  }

  private String groups() {
    GroupBy groupBy = facts.options().groupBy();
    return groupBy == GroupBy.MINUTE ? "time slots" : groupBy.key() + "s";
  }

  private static String title(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String joined(List<String> names) {
    return names.stream().map(VisibleText::of).collect(Collectors.joining(", "));
  }

  private static GroupRow.Cell cell(String label, String value) {
    return new GroupRow.Cell(label, value);
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? Units.percent(share.getAsDouble()) : Units.UNKNOWN;
  }

  private static String percentile(Figures figures, ToDoubleFunction<Percentiles> which) {
    return figures
        .percentiles()
        .map(percentiles -> Units.micros(which.applyAsDouble(percentiles)))
        .orElse(Units.UNKNOWN);
  }

  private static String time(OptionalLong micros) {
    return micros.isPresent() ? Units.micros(micros.getAsLong()) : Units.UNKNOWN;
  }
}
