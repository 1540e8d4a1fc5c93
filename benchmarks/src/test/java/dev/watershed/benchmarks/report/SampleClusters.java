package dev.watershed.benchmarks.report;

import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.Section;
import java.util.List;

/** Three clusters of tables; statements cross between two of them, transactions to the third. */
final class SampleClusters {

  static final String NONE = "Nothing crosses.";

  /** A name that an address has to escape. */
  static final String AROUND = "around a.b & c?";

  private SampleClusters() {}

  static Section section() {
    return new Section(
        "coupling",
        "Coupling",
        List.of(
            new Block.Listing(clusters(), ""),
            new Block.SeamChoice(NONE),
            new Block.Listing(seams(), "")));
  }

  static DataTable statements() {
    return new DataTable(
        "statements",
        "Statements",
        "digest",
        List.of(
            DataColumn.link("digest", "Digest", ColumnKind.LINK, "digest").hidden(),
            new DataColumn("code", "Statement", ColumnKind.CODE, "digest", true),
            DataColumn.of("calls", "Calls", ColumnKind.COUNT)),
        List.of(
            List.of(Cell.of("d1"), Cell.of("SELECT 1 FROM orders"), Cell.of(10)),
            List.of(Cell.of("d2"), Cell.of("SELECT 2 FROM plans"), Cell.of(20)),
            List.of(Cell.of("d3"), Cell.of("SELECT 3 FROM orders JOIN plans"), Cell.of(30))));
  }

  private static DataTable clusters() {
    return new DataTable(
        "clusters",
        "Clusters",
        "cluster",
        List.of(
            DataColumn.link("cluster", "Cluster", ColumnKind.LINK, "cluster"),
            DataColumn.link("tables", "Tables", ColumnKind.LINKS, "table").hidden()),
        List.of(
            List.of(Cell.of("orders"), Cell.of(List.of("shop.orders", "shop.carts"))),
            List.of(Cell.of("plans"), Cell.of(List.of("shop.plans"))),
            List.of(Cell.of(AROUND), Cell.of(List.of("shop.members")))));
  }

  private static DataTable seams() {
    return new DataTable(
        "seams",
        "Seams",
        "seam",
        List.of(
            new DataColumn("seam", "Seam", ColumnKind.SENTENCE, "seam", true),
            DataColumn.link("clusters", "Clusters", ColumnKind.LINKS, "cluster").hidden(),
            DataColumn.of("statements", "Statements", ColumnKind.RATE),
            DataColumn.of("joins", "Joins", ColumnKind.RATE),
            DataColumn.of("transactions", "Transactions", ColumnKind.RATE),
            DataColumn.of("conductance", "Conductance", ColumnKind.SHARE),
            DataColumn.link("tables", "Tables", ColumnKind.LINKS, "table"),
            DataColumn.link("digests", "Evidence", ColumnKind.LINKS, "digest").hidden(),
            DataColumn.of("further", "Further", ColumnKind.COUNT).hidden()),
        List.of(
            seam("orders", "plans", 4, 0.25, List.of("shop.orders", "shop.plans"), "d3"),
            seam("orders", AROUND, 1, 0.5, List.of("shop.carts", "shop.members"), "d1")));
  }

  private static List<Cell> seam(
      String one, String other, double rate, double share, List<String> tables, String digest) {
    return List.of(
        Cell.of(one + " – " + other),
        Cell.of(List.of(one, other)),
        Cell.of(rate),
        Cell.of(rate / 2),
        Cell.of(rate / 4),
        Cell.of(share),
        Cell.of(tables),
        Cell.of(List.of(digest)),
        Cell.of(2));
  }
}
