package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.trend.Rate;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.workload.catalog.TableStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** Traffic and size of tables before and now, and tables that were made or dropped between. */
public final class TableChanges {

  private TableChanges() {}

  /**
   * What a span shows of a table.
   *
   * @param rate of calls that read or write it
   */
  private record Seen(Rate rate, Optional<StatisticTable> known) {

    OptionalLong bytes() {
      return known
          .flatMap(StatisticTable::statistics)
          .map(TableStatistics::dataBytes)
          .orElseGet(OptionalLong::empty);
    }
  }

  /**
   * The table of tables with how each changed.
   *
   * @param table whose first column is the label of a table
   */
  public static DataTable of(ReviewFacts facts, DataTable table, PageWords words) {
    if (facts.earlier().isEmpty()) {
      return table;
    }
    Map<String, Seen> then = seen(facts.earlier().get().fleet());
    Map<String, Seen> now = seen(facts.fleet());
    return table.with(
        List.of(
            DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
            DataColumn.of("calls_before", words.text("column.callsBefore"), ColumnKind.RATE),
            DataColumn.of("calls_now", words.text("column.callsNow"), ColumnKind.RATE),
            DataColumn.of("bytes_before", words.text("column.bytesBefore"), ColumnKind.BYTES)),
        row -> cells(then, now.get(CellKey.of(row)), CellKey.of(row), facts, words));
  }

  private static List<Cell> cells(
      Map<String, Seen> then, Seen now, String label, ReviewFacts facts, PageWords words) {
    Optional<Seen> before = Optional.ofNullable(then.get(label));
    double seconds = facts.earlier().orElseThrow().seconds();
    ChangeWord change =
        ChangeWord.of(before.map(Seen::rate).orElseGet(() -> new Rate(0, seconds)), now.rate());
    return List.of(
        change.cell(words),
        before.map(seen -> Cell.of(seen.rate().perSecond())).orElseGet(Cell::unknown),
        Cell.of(now.rate().perSecond()),
        Cell.of(before.map(Seen::bytes).orElseGet(OptionalLong::empty)));
  }

  /** Tables that the catalog of only one span has; none of sets of data without both catalogs. */
  public static DataTable catalogs(ReviewFacts facts, EarlierReview earlier, PageWords words) {
    Map<String, TreeMap<String, StatisticTable>> then = catalogs(earlier.fleet());
    Map<String, TreeMap<String, StatisticTable>> now = catalogs(facts.fleet());
    List<List<Cell>> rows = new ArrayList<>();
    TreeSet<String> both = new TreeSet<>(then.keySet());
    both.retainAll(now.keySet());
    for (String set : both) {
      only(set, now.get(set), then.get(set), ChangeWord.NEW, facts, words, rows);
      only(set, then.get(set), now.get(set), ChangeWord.GONE, facts, words, rows);
    }
    return new DataTable(
        "changed_tables",
        words.text("changes.tables"),
        List.of(
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.of("data_set", words.text("column.dataSet"), ColumnKind.TEXT),
            DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
            DataColumn.of("rows", words.text("column.rows"), ColumnKind.COUNT)),
        rows);
  }

  private static void only(
      String set,
      TreeMap<String, StatisticTable> own,
      TreeMap<String, StatisticTable> other,
      ChangeWord word,
      ReviewFacts facts,
      PageWords words,
      List<List<Cell>> rows) {
    CoupledTables labels = facts.fleet().coupling().input().tables();
    own.forEach(
        (name, table) -> {
          if (!other.containsKey(name)) {
            rows.add(
                List.of(
                    Cell.of(labels.label(set, table.schema(), table.definition().name())),
                    Cell.of(set),
                    word.cell(words),
                    Cell.of(
                        table
                            .statistics()
                            .map(TableStatistics::rows)
                            .orElseGet(OptionalLong::empty))));
          }
        });
  }

  private static Map<String, TreeMap<String, StatisticTable>> catalogs(FleetFacts facts) {
    Map<String, TreeMap<String, StatisticTable>> catalogs = new TreeMap<>();
    for (DataFacts data : facts.data()) {
      for (StatisticTable table : data.input().server().tables()) {
        catalogs
            .computeIfAbsent(data.name(), name -> new TreeMap<>())
            .put(table.schema() + "." + table.definition().name(), table);
      }
    }
    return catalogs;
  }

  private static Map<String, Seen> seen(FleetFacts facts) {
    Map<String, TreeMap<String, StatisticTable>> catalogs = catalogs(facts);
    CouplingFacts coupling = facts.coupling();
    Map<String, Seen> seen = new HashMap<>();
    for (int table = 0; table < coupling.input().tables().size(); table++) {
      CoupledTable named = coupling.input().tables().get(table);
      Rate rate = TableCalls.of(coupling, table);
      seen.put(
          CellKey.of(List.of(Cell.of(coupling.input().tables().label(table)))),
          new Seen(
              rate,
              Optional.ofNullable(catalogs.get(named.dataSet()))
                  .map(known -> known.get(named.qualifiedName()))));
    }
    return seen;
  }
}
