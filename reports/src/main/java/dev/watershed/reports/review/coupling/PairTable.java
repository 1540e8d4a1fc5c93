package dev.watershed.reports.review.coupling;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.PairMeasures;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pairs of services, those that share most of their load first, and through which tables. */
public final class PairTable {

  private static final int MOST_TABLES = 12;
  private static final double MICROS_PER_SECOND = 1e6;

  private PairTable() {}

  /** What a pair is called, and the name of its page. */
  public static String name(Parties parties, int first, int second) {
    return VisibleText.of(parties.name(first)) + " – " + VisibleText.of(parties.name(second));
  }

  /** The table; its rows have pages. */
  public static DataTable of(CouplingFacts facts, PageWords words) {
    Map<Integer, HeaviestTables> shared = shared(facts);
    Parties parties = facts.input().parties();
    List<List<Cell>> rows = new ArrayList<>();
    facts.pairs().stream()
        .sorted(PairMeasures.mostSharedFirst())
        .forEach(
            pair ->
                rows.add(
                    row(
                        pair,
                        parties,
                        Optional.ofNullable(shared.get(key(pair.first(), pair.second(), parties)))
                            .map(HeaviestTables::tables)
                            .orElse(List.of())
                            .stream()
                            .map(table -> facts.input().tables().label(table))
                            .toList())));
    return new DataTable("pairs", words.text("pairs.title"), "pair", columns(words), rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        new DataColumn("pair", words.text("column.pair"), ColumnKind.SENTENCE, "pair", true),
        DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service")
            .hidden(),
        DataColumn.of("jaccard", words.text("column.jaccard"), ColumnKind.SHARE),
        DataColumn.of("writes", words.text("column.bothWrite"), ColumnKind.RATE),
        DataColumn.of("transactions", words.text("column.transactions"), ColumnKind.RATE),
        DataColumn.of("joins", words.text("column.joins"), ColumnKind.RATE),
        DataColumn.of("waits", words.text("column.waited"), ColumnKind.MICROS),
        DataColumn.link("tables", words.text("column.sharedTables"), ColumnKind.LINKS, "table"));
  }

  private static List<Cell> row(PairMeasures pair, Parties parties, List<String> tables) {
    return List.of(
        Cell.of(name(parties, pair.first(), pair.second())),
        Cell.of(List.of(parties.name(pair.first()), parties.name(pair.second()))),
        Cell.of(pair.jaccard()),
        Cell.of(pair.writeWritePerSecond()),
        Cell.of(pair.transactionsPerSecond()),
        Cell.of(pair.joinsPerSecond()),
        Cell.of(pair.lockWaitSeconds() * MICROS_PER_SECOND),
        Cell.of(tables));
  }

  /** Tables that both use, by how often the one uses them that uses them less. */
  private static Map<Integer, HeaviestTables> shared(CouplingFacts facts) {
    Map<Integer, HeaviestTables> shared = new HashMap<>();
    CouplingInput input = facts.input();
    UseMatrix matrix = facts.matrix();
    for (int table = 0; table < input.tables().size(); table++) {
      if (facts.hubs().get(table)) {
        continue;
      }
      double seconds = input.secondsOf(input.tables().get(table).dataSet());
      for (int one = matrix.start(table); one < matrix.end(table); one++) {
        for (int other = one + 1; other < matrix.end(table); other++) {
          double calls = Math.min(calls(matrix, one), calls(matrix, other)) / seconds;
          if (calls > 0) {
            shared
                .computeIfAbsent(
                    key(matrix.party(one), matrix.party(other), input.parties()),
                    key -> new HeaviestTables(MOST_TABLES))
                .offer(table, calls);
          }
        }
      }
    }
    return shared;
  }

  private static double calls(UseMatrix matrix, int cell) {
    return matrix.reads(cell) + matrix.writes(cell);
  }

  private static int key(int first, int second, Parties parties) {
    return Math.addExact(Math.multiplyExact(first, parties.size()), second);
  }
}
