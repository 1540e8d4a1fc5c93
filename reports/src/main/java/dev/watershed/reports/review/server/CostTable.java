package dev.watershed.reports.review.server;

import dev.watershed.analyzer.cost.ServiceCost;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.List;

/** What services cost on all servers a month; currencies are never added. */
public final class CostTable {

  private CostTable() {}

  public static DataTable of(FleetUse use, PageWords words) {
    return new DataTable(
        "costs",
        words.text("servers.costs"),
        List.of(
            DataColumn.link("service", words.text("column.service"), ColumnKind.LINK, "service"),
            DataColumn.of("amount", words.text("column.amount"), ColumnKind.COUNT),
            DataColumn.of("currency", words.text("column.currency"), ColumnKind.TEXT),
            DataColumn.of("servers", words.text("column.servers"), ColumnKind.COUNT)),
        use.costs().stream().map(cost -> row(cost, words)).toList());
  }

  private static List<Cell> row(ServiceCost cost, PageWords words) {
    return List.of(
        Cell.of(cost.service().orElseGet(() -> words.text("unattributed"))),
        Cell.of(cost.perMonth().amount()),
        Cell.of(cost.perMonth().currency()),
        Cell.of(cost.servers()));
  }
}
