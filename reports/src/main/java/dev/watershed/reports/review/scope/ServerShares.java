package dev.watershed.reports.review.scope;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewOwner;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An owner's part of the load of each server, beside the whole: of a set of data on all of them.
 */
public final class ServerShares {

  /** Execution times in microseconds. */
  private record Part(double own, double all) {

    Part and(double more, boolean mine) {
      return new Part(own + (mine ? more : 0), all + more);
    }
  }

  private ServerShares() {}

  /**
   * The table of servers with the owner's part of each.
   *
   * @param table whose first column is a server
   */
  public static DataTable of(ReviewFacts facts, DataTable table, PageWords words) {
    if (facts.owner().isEmpty()) {
      return table;
    }
    Map<String, Part> parts = parts(facts, facts.owner().get());
    return table.with(
        List.of(
            DataColumn.of("own_time", words.text("column.ownTime"), ColumnKind.MICROS),
            DataColumn.of("own_share", words.text("column.ownShare"), ColumnKind.SHARE)),
        row -> {
          Optional<Part> part = CellText.links(row.get(0)).stream().findFirst().map(parts::get);
          return List.of(
              part.map(each -> Cell.of(each.own())).orElseGet(Cell::unknown),
              part.filter(each -> each.all() > 0)
                  .map(each -> Cell.of(each.own() / each.all()))
                  .orElseGet(Cell::unknown));
        });
  }

  private static Map<String, Part> parts(ReviewFacts facts, ReviewOwner owner) {
    CouplingInput input = facts.fleet().coupling().input();
    Map<String, Part> sets = new HashMap<>();
    for (int row = 0; row < input.touches().size(); row++) {
      String set = input.statements().get(input.touches().statement(row)).dataSet();
      String sender = VisibleText.of(input.parties().name(input.touches().party(row)));
      sets.put(
          set,
          sets.getOrDefault(set, new Part(0, 0))
              .and(input.touches().timeMicros(row), owner.services().contains(sender)));
    }
    Map<String, Part> servers = new HashMap<>();
    for (DataFacts data : facts.fleet().data()) {
      for (String server : data.advice().servers()) {
        servers.put(VisibleText.of(server), sets.getOrDefault(data.name(), new Part(0, 0)));
      }
    }
    return servers;
  }
}
