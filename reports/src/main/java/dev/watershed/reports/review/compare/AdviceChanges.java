package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.trend.Rate;
import dev.watershed.reports.IndexWords;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Advice of indexes that only one of two spans gives. It counts as new or gone only where the other
 * span knew the tables and, of advice for statements, would have seen these five times. An index
 * that goes since nobody uses it, or too few do, counts where the other span had no such index, or
 * used it otherwise than by chance.
 */
public final class AdviceChanges {

  /** An advice and the set of data that it is for. */
  private record Given(String dataSet, PlannedAdvice planned) {}

  /** A span of so many seconds. */
  private record Side(SeenIndexes indexes, double seconds) {

    Side(FleetFacts facts, double seconds) {
      this(new SeenIndexes(facts), seconds);
    }
  }

  private AdviceChanges() {}

  /**
   * A table of advice with what is new in it.
   *
   * @param table whose first column is the id of an advice
   */
  public static DataTable of(ReviewFacts facts, DataTable table, PageWords words) {
    if (facts.earlier().isEmpty()) {
      return table;
    }
    EarlierReview earlier = facts.earlier().get();
    Map<String, Given> then = given(earlier.fleet());
    Map<String, Given> now = given(facts.fleet());
    Side nowSide = new Side(facts.fleet(), earlier.nowSeconds());
    Side thenSide = new Side(earlier.fleet(), earlier.seconds());
    return table.with(
        List.of(DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT)),
        row -> {
          String id = CellKey.of(row);
          ChangeWord change =
              then.containsKey(id)
                  ? ChangeWord.SAME
                  : only(now.get(id), nowSide, thenSide, ChangeWord.NEW);
          return List.of(change.cell(words));
        });
  }

  /** Advice that only the earlier span gave: somebody followed it, or its reason is gone. */
  public static DataTable gone(ReviewFacts facts, EarlierReview earlier, PageWords words) {
    Map<String, Given> now = given(facts.fleet());
    Side nowSide = new Side(facts.fleet(), earlier.nowSeconds());
    Side thenSide = new Side(earlier.fleet(), earlier.seconds());
    List<List<Cell>> rows = new ArrayList<>();
    given(earlier.fleet())
        .forEach(
            (id, given) -> {
              if (!now.containsKey(id)) {
                rows.add(row(given, only(given, thenSide, nowSide, ChangeWord.GONE), facts, words));
              }
            });
    return new DataTable(
        "gone_advice",
        words.text("changes.advice"),
        List.of(
            DataColumn.of("index", words.text("column.index"), ColumnKind.CODE),
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.of("kind", words.text("column.kind"), ColumnKind.TEXT),
            DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
            DataColumn.of("load", words.text("column.loadHelped"), ColumnKind.SHARE)),
        rows);
  }

  private static List<Cell> row(
      Given given, ChangeWord change, ReviewFacts facts, PageWords words) {
    IndexAdvice advice = given.planned().advice();
    CoupledTables tables = facts.fleet().coupling().input().tables();
    return List.of(
        Cell.of(advice.index().name() + " " + IndexWords.parts(advice.index())),
        Cell.of(tables.label(given.dataSet(), advice.schema(), advice.table())),
        Cell.of(words.text("advice." + advice.kind().key())),
        change.cell(words),
        advice.effects().isEmpty()
            ? Cell.unknown()
            : Cell.of(advice.effects().stream().mapToDouble(DigestEffect::loadShare).sum()));
  }

  private static ChangeWord only(Given given, Side own, Side other, ChangeWord word) {
    if (!other.indexes().knows(given.dataSet())) {
      return ChangeWord.UNDECIDED;
    }
    return switch (given.planned().advice().kind()) {
      case DROP_UNUSED, DROP_LOW_VALUE -> byUse(given, own, other) ? word : ChangeWord.UNDECIDED;
      case DROP_DUPLICATE, DROP_REDUNDANT -> word;
      case ADD, EXTEND, MAKE_VISIBLE -> byCalls(given, own, other) ? word : ChangeWord.UNDECIDED;
    };
  }

  private static boolean byUse(Given given, Side own, Side other) {
    IndexAdvice advice = given.planned().advice();
    SeenIndexes.Name name =
        new SeenIndexes.Name(
            given.dataSet(), advice.schema(), advice.table(), advice.index().name());
    return other.indexes().find(name).isEmpty()
        || SeenIndex.change(other.indexes().use(name), own.indexes().use(name)).changed();
  }

  private static boolean byCalls(Given given, Side own, Side other) {
    double calls =
        given.planned().advice().effects().stream().mapToDouble(DigestEffect::calls).sum();
    return new Rate(calls / own.seconds(), own.seconds()).wouldShowIn(other.seconds());
  }

  private static Map<String, Given> given(FleetFacts facts) {
    Map<String, Given> given = new LinkedHashMap<>();
    for (DataFacts data : facts.data()) {
      data.advice()
          .indexes()
          .forEach(planned -> given.put(planned.id(), new Given(data.name(), planned)));
    }
    return given;
  }
}
