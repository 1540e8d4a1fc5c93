package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.diff.DigestChange;
import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.ComparedFleet;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** What statements cost before and now, for their table and their pages. */
public final class StatementChanges {

  private static final double SECONDS_PER_DAY = 86_400;

  private final EarlierReview earlier;
  private final ComparedFleet compared;
  private final PageWords words;
  private final Map<String, FleetStatement> statements = new HashMap<>();
  private final Map<String, DigestChange> changes = new HashMap<>();

  private StatementChanges(
      ReviewFacts facts, EarlierReview earlier, ComparedFleet compared, PageWords words) {
    this.earlier = earlier;
    this.compared = compared;
    this.words = words;
    facts.fleet().statements().forEach(each -> statements.put(each.digestText(), each));
    for (DigestChange change : compared.changes().changes()) {
      changes.put(Fingerprints.idOf(change.digest().digest()), change);
    }
  }

  /**
   * The table of statements with how each changed.
   *
   * @param table whose first column is the digest
   */
  public static DataTable of(ReviewFacts facts, DataTable table, PageWords words) {
    Optional<ComparedFleet> compared = facts.fleet().compared();
    if (facts.earlier().isEmpty() || compared.isEmpty()) {
      return table;
    }
    StatementChanges changes =
        new StatementChanges(facts, facts.earlier().get(), compared.get(), words);
    return table.with(columns(words), changes::cells);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
        DataColumn.of("day_before", words.text("column.dayBefore"), ColumnKind.MICROS).hidden(),
        DataColumn.of("day_now", words.text("column.dayNow"), ColumnKind.MICROS).hidden(),
        DataColumn.of("calls_before", words.text("column.callsBefore"), ColumnKind.RATE).hidden(),
        DataColumn.of("calls_now", words.text("column.callsNow"), ColumnKind.RATE).hidden(),
        DataColumn.of("mean_before", words.text("column.meanBefore"), ColumnKind.MICROS).hidden(),
        DataColumn.of("mean_now", words.text("column.meanNow"), ColumnKind.MICROS).hidden(),
        DataColumn.of("p95_before", words.text("column.p95Before"), ColumnKind.MICROS).hidden(),
        DataColumn.of("examined_before", words.text("column.rowsBefore"), ColumnKind.RATIO)
            .hidden(),
        DataColumn.of("examined_now", words.text("column.rowsNow"), ColumnKind.RATIO).hidden());
  }

  private List<Cell> cells(List<Cell> row) {
    String digest = CellKey.of(row);
    FleetStatement statement = statements.get(digest);
    Optional<Figures> then = compared.before(statement.digest());
    Figures now = statement.figures();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(change(digest, then, now)));
    cells.add(perDay(then, earlier.seconds()));
    cells.add(perDay(Optional.of(now), earlier.nowSeconds()));
    cells.add(rate(then, earlier.seconds()));
    cells.add(rate(Optional.of(now), earlier.nowSeconds()));
    cells.add(perCall(then, Figures::timeMicros));
    cells.add(perCall(Optional.of(now), Figures::timeMicros));
    cells.add(
        then.flatMap(Figures::percentiles)
            .map(times -> Cell.of(times.p95Micros()))
            .orElseGet(Cell::unknown));
    cells.add(perCall(then, Figures::rowsExamined));
    cells.add(perCall(Optional.of(now), Figures::rowsExamined));
    return cells;
  }

  private String change(String digest, Optional<Figures> then, Figures now) {
    if (changes.containsKey(digest)) {
      return DigestWord.text(changes.get(digest), earlier, words);
    }
    boolean decided = then.filter(each -> judged(each) && judged(now)).isPresent();
    return (decided ? ChangeWord.SAME : ChangeWord.UNDECIDED).text(words);
  }

  private static boolean judged(Figures figures) {
    return figures.loggedCalls() >= SpanDiff.LEAST_CALLS
        && figures.varianceMicrosSquared().isPresent();
  }

  /** What did not run took no time. */
  private static Cell perDay(Optional<Figures> figures, double seconds) {
    return Cell.of(figures.map(Figures::timeMicros).orElse(0L) * SECONDS_PER_DAY / seconds);
  }

  private static Cell rate(Optional<Figures> figures, double seconds) {
    return Cell.of(figures.map(Figures::loggedCalls).orElse(0L) / seconds);
  }

  private static Cell perCall(Optional<Figures> figures, ToLongFunction<Figures> of) {
    return Cell.of(
        figures
            .filter(each -> each.loggedCalls() > 0)
            .map(each -> OptionalDouble.of((double) of.applyAsLong(each) / each.loggedCalls()))
            .orElseGet(OptionalDouble::empty));
  }
}
