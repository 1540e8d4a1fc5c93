package dev.watershed.reports.review.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.structure.Cluster;
import dev.watershed.analyzer.structure.OwnerDisagreement;
import dev.watershed.analyzer.structure.Seam;
import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tables that belong together, what crosses between them, and where declared owners disagree. */
public final class ClusterTables {

  private ClusterTables() {}

  /** Clusters, the largest first; their rows have pages. */
  public static DataTable clusters(StructureFacts facts, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Cluster cluster : facts.clusters()) {
      rows.add(
          List.of(
              Cell.of(cluster.name()),
              Cell.of(cluster.tables().size()),
              Cell.of(cluster.callsPerSecond()),
              Cell.of(cluster.stability()),
              Cell.of(cluster.owner().map(Cluster.Dominant::name)),
              Cell.of(cluster.services().stream().map(facts.input().parties()::name).toList()),
              Cell.of(labels(cluster.tables(), facts))));
    }
    return new DataTable(
        "clusters",
        words.text("clusters.title"),
        "cluster",
        List.of(
            DataColumn.link("cluster", words.text("column.cluster"), ColumnKind.LINK, "cluster"),
            DataColumn.of("size", words.text("column.tables"), ColumnKind.COUNT),
            DataColumn.of("calls", words.text("column.callsPerSecond"), ColumnKind.RATE),
            DataColumn.of("stability", words.text("column.stability"), ColumnKind.SHARE),
            DataColumn.link("owner", words.text("column.mostlyOf"), ColumnKind.LINK, "service"),
            DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service"),
            DataColumn.link("tables", words.text("column.tables"), ColumnKind.LINKS, "table")
                .hidden()),
        rows);
  }

  /** Seams, what crosses most first; their rows have pages. */
  public static DataTable seams(StructureFacts facts, PageWords words) {
    Map<Long, Set<Integer>> tables = tablesAtSeams(facts);
    List<List<Cell>> rows = new ArrayList<>();
    for (Seam seam : facts.seams()) {
      String first = facts.clusters().get(seam.first()).name();
      String second = facts.clusters().get(seam.second()).name();
      rows.add(
          List.of(
              Cell.of(VisibleText.of(first) + " – " + VisibleText.of(second)),
              Cell.of(List.of(first, second)),
              Cell.of(seam.statementsPerSecond()),
              Cell.of(seam.joinsPerSecond()),
              Cell.of(seam.transactionsPerSecond()),
              Cell.of(seam.conductance()),
              Cell.of(crossing(seam, tables, facts)),
              Cell.of(
                  seam.statements().stream()
                      .map(each -> Fingerprints.idOf(each.digest()))
                      .distinct()
                      .toList()),
              Cell.of(seam.furtherStatements())));
    }
    return new DataTable(
        "seams",
        words.text("seams.title"),
        "seam",
        List.of(
            new DataColumn("seam", words.text("column.seam"), ColumnKind.SENTENCE, "seam", true),
            DataColumn.link("clusters", words.text("column.clusters"), ColumnKind.LINKS, "cluster")
                .hidden(),
            DataColumn.of("statements", words.text("column.crossingStatements"), ColumnKind.RATE),
            DataColumn.of("joins", words.text("column.joins"), ColumnKind.RATE),
            DataColumn.of("transactions", words.text("column.transactions"), ColumnKind.RATE),
            DataColumn.of("conductance", words.text("column.conductance"), ColumnKind.SHARE),
            DataColumn.link(
                "tables", words.text("column.crossingTables"), ColumnKind.LINKS, "table"),
            DataColumn.link("digests", words.text("column.evidence"), ColumnKind.LINKS, "digest")
                .hidden(),
            DataColumn.of("further", words.text("column.furtherEvidence"), ColumnKind.COUNT)
                .hidden()),
        rows);
  }

  /** Tables that practice puts with those of another owner. */
  public static DataTable disagreements(StructureFacts facts, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (OwnerDisagreement each : facts.disagreements()) {
      rows.add(
          List.of(
              Cell.of(facts.input().tables().label(each.table())),
              Cell.of(each.declared()),
              Cell.of(each.practised()),
              Cell.of(facts.clusters().get(each.cluster()).name()),
              Cell.of(each.share()),
              Cell.of(each.stability())));
    }
    return new DataTable(
        "disagreements",
        words.text("disagreements.title"),
        List.of(
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.link("declared", words.text("column.declared"), ColumnKind.LINK, "service"),
            DataColumn.link(
                "practised", words.text("column.practised"), ColumnKind.LINK, "service"),
            DataColumn.link("cluster", words.text("column.cluster"), ColumnKind.LINK, "cluster"),
            DataColumn.of("share", words.text("column.clusterShare"), ColumnKind.SHARE),
            DataColumn.of("stability", words.text("column.stability"), ColumnKind.SHARE)),
        rows);
  }

  /** The tables that each statement at some seam uses, by digest. */
  private static Map<Long, Set<Integer>> tablesAtSeams(StructureFacts facts) {
    Map<Long, Set<Integer>> tables = new HashMap<>();
    for (Seam seam : facts.seams()) {
      seam.statements().forEach(each -> tables.put(each.digest(), new HashSet<>()));
    }
    CouplingInput input = facts.input();
    for (int statement = 0; statement < input.statements().size(); statement++) {
      Set<Integer> used = tables.get(input.statements().get(statement).digest());
      if (used != null) {
        for (int use = input.uses().start(statement); use < input.uses().end(statement); use++) {
          used.add(input.uses().table(use));
        }
      }
    }
    return tables;
  }

  /** The tables of both clusters that statements at a seam use. */
  private static List<String> crossing(
      Seam seam, Map<Long, Set<Integer>> tables, StructureFacts facts) {
    Set<Integer> crossing = new TreeSet<>();
    for (Seam.SeamStatement statement : seam.statements()) {
      for (int table : tables.get(statement.digest())) {
        int cluster = facts.clusterOfTable()[table];
        if (cluster == seam.first() || cluster == seam.second()) {
          crossing.add(table);
        }
      }
    }
    return labels(crossing, facts);
  }

  private static List<String> labels(Iterable<Integer> tables, StructureFacts facts) {
    List<String> labels = new ArrayList<>();
    tables.forEach(table -> labels.add(facts.input().tables().label(table)));
    return labels;
  }
}
