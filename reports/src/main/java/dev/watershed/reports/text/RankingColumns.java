package dev.watershed.reports.text;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Percentiles;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.LatencyDecades;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Which columns a ranking has. The one that it is ordered by is marked, and always there. */
final class RankingColumns {

  /** The head of the latency column: each mark stands over its decade, 1 to 10 of the unit. */
  static final String LATENCY_SCALE = "µs ms s ";

  private static final int NAME_WIDTH = 40;
  private static final String ORDER_MARK = "▾";

  private final WorkloadFacts facts;

  RankingColumns(WorkloadFacts facts) {
    this.facts = facts;
  }

  List<Column> columns() {
    boolean everyCall = !facts.quality().visibility().hidesFastExecutions();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.name(facts.options().groupBy().key(), 0, RankingColumns::name));
    columns.add(Column.figure("share", 0, group -> share(group.share())));
    columns.add(ordered(Order.TIME, "time", 0, figures -> Units.micros(figures.timeMicros())));
    columns.add(
        everyCall
            ? ordered(Order.CALLS, "calls", 0, figures -> count(figures.calls()))
            : Column.figure("logged", 0, group -> Units.count(group.figures().loggedCalls())));
    columns.add(figure("p50", 3, figures -> percentile(figures, Percentiles::p50Micros)));
    columns.add(
        ordered(Order.P95, "p95", 1, figures -> percentile(figures, Percentiles::p95Micros)));
    extra(columns);
    columns.add(figure("max", 4, figures -> time(figures.maxMicros())));
    columns.add(
        ordered(
            Order.EXAMINED_PER_SENT, "exam/sent", 2, figures -> ratio(figures.examinedPerSent())));
    columns.add(Column.name(LATENCY_SCALE, 5, RankingColumns::latency));
    return columns;
  }

  private void extra(List<Column> columns) {
    switch (facts.order()) {
      case P99 ->
          columns.add(
              ordered(Order.P99, "p99", 0, figures -> percentile(figures, Percentiles::p99Micros)));
      case LOCK_TIME ->
          columns.add(
              ordered(
                  Order.LOCK_TIME, "lock", 0, figures -> Units.micros(figures.lockTimeMicros())));
      case ROWS_EXAMINED ->
          columns.add(
              ordered(
                  Order.ROWS_EXAMINED,
                  "examined",
                  0,
                  figures -> Units.count(figures.rowsExamined())));
      case VARIANCE ->
          columns.add(
              ordered(
                  Order.VARIANCE,
                  "std dev",
                  0,
                  figures -> time(figures.standardDeviationMicros())));
      default -> {
        // The other orders have a column anyway.
      }
    }
  }

  private Column ordered(Order order, String header, int dropRank, Function<Figures, String> cell) {
    boolean here = facts.order() == order;
    return figure(here ? header + ORDER_MARK : header, here ? 0 : dropRank, cell);
  }

  private static Column figure(String header, int dropRank, Function<Figures, String> cell) {
    return Column.figure(header, dropRank, group -> cell.apply(group.figures()));
  }

  private static String name(GroupFacts group) {
    if (group.key() instanceof GroupKey.Slot slot) {
      return TimeSpan.minute(slot.from());
    }
    return DisplayWidth.cut(VisibleText.of(group.key().name()), NAME_WIDTH);
  }

  private static String latency(GroupFacts group) {
    return Bars.ofCounts(LatencyDecades.of(group.figures().histogram()));
  }

  private static String percentile(Figures figures, ToDoubleFunction<Percentiles> which) {
    return figures
        .percentiles()
        .map(percentiles -> Units.micros(which.applyAsDouble(percentiles)))
        .orElse(Units.UNKNOWN);
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? Units.percent(share.getAsDouble()) : Units.UNKNOWN;
  }

  private static String count(OptionalLong count) {
    return count.isPresent() ? Units.count(count.getAsLong()) : Units.UNKNOWN;
  }

  private static String ratio(OptionalDouble ratio) {
    return ratio.isPresent() ? Units.ratio(ratio.getAsDouble()) : Units.UNKNOWN;
  }

  private static String time(OptionalLong micros) {
    return micros.isPresent() ? Units.micros(micros.getAsLong()) : Units.UNKNOWN;
  }

  private static String time(OptionalDouble micros) {
    return micros.isPresent() ? Units.micros(micros.getAsDouble()) : Units.UNKNOWN;
  }

  /** Whether the last column names services: not where the group itself is one. */
  static boolean showsServices(GroupBy groupBy) {
    return groupBy != GroupBy.SERVICE && groupBy != GroupBy.MODULE;
  }
}
