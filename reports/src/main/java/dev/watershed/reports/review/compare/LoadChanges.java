package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.attribution.Interval;
import dev.watershed.analyzer.diff.LoadShift;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.trend.Rate;
import dev.watershed.reports.ServiceNames;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * The load of services before and now, per day. Where logs show it, {@link LoadShift} tells whether
 * it moved; where samples estimate it, it moved if the intervals are apart.
 */
public final class LoadChanges {

  private static final double SECONDS_PER_DAY = 86_400;

  /**
   * What a service took of a span.
   *
   * @param micros its time, with the interval in which it is; that of logs has no width
   * @param figures what logs show; empty where samples tell
   */
  private record Load(Interval micros, Optional<Figures> figures) {}

  private LoadChanges() {}

  /** A row for each service of either span, what moved most first. */
  public static DataTable of(ReviewFacts facts, EarlierReview earlier, PageWords words) {
    Map<String, Load> now = loads(facts.span());
    Map<String, Load> then = loads(earlier.span());
    Set<String> all = new TreeSet<>(now.keySet());
    all.addAll(then.keySet());
    List<String> names = new ArrayList<>(all);
    names.sort(
        Comparator.comparingDouble(
            (String name) ->
                -Math.abs(
                    perDay(Optional.ofNullable(now.get(name)), earlier.nowSeconds())
                        - perDay(Optional.ofNullable(then.get(name)), earlier.seconds()))));
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : names) {
      rows.add(
          row(
              name,
              Optional.ofNullable(then.get(name)),
              Optional.ofNullable(now.get(name)),
              earlier,
              words));
    }
    return new DataTable("changed_services", words.text("changes.load"), columns(words), rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.link("service", words.text("column.service"), ColumnKind.LINK, "service"),
        DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
        DataColumn.of("day_before", words.text("column.dayBefore"), ColumnKind.MICROS),
        DataColumn.of("day_now", words.text("column.dayNow"), ColumnKind.MICROS),
        DataColumn.of("calls_before", words.text("column.callsBefore"), ColumnKind.RATE),
        DataColumn.of("calls_now", words.text("column.callsNow"), ColumnKind.RATE),
        DataColumn.of("p95_before", words.text("column.p95Before"), ColumnKind.MICROS),
        DataColumn.of("p95_now", words.text("column.p95Now"), ColumnKind.MICROS));
  }

  private static List<Cell> row(
      String name,
      Optional<Load> then,
      Optional<Load> now,
      EarlierReview earlier,
      PageWords words) {
    double before = earlier.seconds();
    double after = earlier.nowSeconds();
    return List.of(
        Cell.of(name),
        change(then, now, earlier).cell(words),
        Cell.of(perDay(then, before)),
        Cell.of(perDay(now, after)),
        calls(then, before),
        calls(now, after),
        p95(then),
        p95(now));
  }

  private static double perDay(Optional<Load> load, double seconds) {
    return load.map(each -> each.micros().estimate()).orElse(0.0) * SECONDS_PER_DAY / seconds;
  }

  private static Cell calls(Optional<Load> load, double seconds) {
    return load.isEmpty()
        ? Cell.of(0)
        : Cell.of(
            load.get()
                .figures()
                .map(each -> OptionalDouble.of(each.loggedCalls() / seconds))
                .orElseGet(OptionalDouble::empty));
  }

  private static Cell p95(Optional<Load> load) {
    return load.flatMap(Load::figures)
        .flatMap(Figures::percentiles)
        .map(times -> Cell.of(times.p95Micros()))
        .orElseGet(Cell::unknown);
  }

  private static ChangeWord change(Optional<Load> then, Optional<Load> now, EarlierReview earlier) {
    if (then.isPresent() && now.isPresent()) {
      return both(then.get(), now.get(), earlier);
    }
    Optional<Figures> only = then.or(() -> now).flatMap(Load::figures);
    if (only.isEmpty()) {
      return ChangeWord.UNDECIDED;
    }
    double own = then.isPresent() ? earlier.seconds() : earlier.nowSeconds();
    double other = then.isPresent() ? earlier.nowSeconds() : earlier.seconds();
    Rate seen = new Rate(only.get().loggedCalls() / own, own);
    Rate nothing = new Rate(0, other);
    return then.isPresent() ? ChangeWord.of(seen, nothing) : ChangeWord.of(nothing, seen);
  }

  private static ChangeWord both(Load then, Load now, EarlierReview earlier) {
    if (then.figures().isPresent() && now.figures().isPresent()) {
      return switch (LoadShift.of(
          then.figures().get(), earlier.length(), now.figures().get(), earlier.nowLength())) {
        case MORE -> ChangeWord.MORE;
        case LESS -> ChangeWord.LESS;
        case SAME -> ChangeWord.SAME;
        case UNDECIDED -> ChangeWord.UNDECIDED;
      };
    }
    if (now.micros().low() / earlier.nowSeconds() > then.micros().high() / earlier.seconds()) {
      return ChangeWord.MORE;
    }
    return now.micros().high() / earlier.nowSeconds() < then.micros().low() / earlier.seconds()
        ? ChangeWord.LESS
        : ChangeWord.SAME;
  }

  private static Map<String, Load> loads(SpanFacts span) {
    Map<String, Load> loads = new LinkedHashMap<>();
    if (span.services().estimated()) {
      for (FleetLoad.Part part : span.services().services()) {
        ServiceNames.of(part.service())
            .filter(name -> part.service().attributed() && part.micros().estimate() > 0)
            .ifPresent(name -> loads.put(name, new Load(part.micros(), Optional.empty())));
      }
      return loads;
    }
    for (ServiceLoad load : span.ranking().services()) {
      if (load.service().known()) {
        double micros = load.figures().timeMicros();
        loads.put(
            load.service().name(),
            new Load(new Interval(micros, micros, micros), Optional.of(load.figures())));
      }
    }
    return loads;
  }
}
