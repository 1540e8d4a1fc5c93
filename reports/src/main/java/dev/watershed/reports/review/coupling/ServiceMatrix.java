package dev.watershed.reports.review.coupling;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.structure.Cluster;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.chart.MatrixChart;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.PartyWords;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The matrix of services that send (rows) and services whose tables they use (columns), ordered by
 * cluster. Services that neither use others' tables nor have theirs used are left out.
 */
public final class ServiceMatrix {

  private ServiceMatrix() {}

  /** The matrix of the owners as they are; no rows where nobody uses tables of others. */
  public static MatrixChart today(CouplingFacts facts, List<Cluster> clusters, PageWords words) {
    return of("matrix", facts, clusters, Placement.today(facts), Set.of(), words);
  }

  /**
   * The matrix of a placement.
   *
   * @param name the same in every language
   * @param kept parties that are shown even if nothing is theirs to show
   */
  public static MatrixChart of(
      String name,
      CouplingFacts facts,
      List<Cluster> clusters,
      Placement placement,
      Set<Integer> kept,
      PageWords words) {
    List<ServiceUse> uses = ServiceUses.of(facts, placement);
    Parties parties = facts.input().parties();
    Set<Integer> taking = new TreeSet<>(kept);
    taking.addAll(parties(uses));
    ServiceOrder order = ServiceOrder.of(clusters, parties, taking);
    Map<Integer, Integer> positions = new HashMap<>();
    order.parties().forEach(party -> positions.put(party, positions.size()));
    List<MatrixChart.Head> heads =
        order.parties().stream().map(party -> head(parties, party, words)).toList();
    List<MatrixChart.Cell> cells =
        uses.stream()
            .map(
                use ->
                    new MatrixChart.Cell(
                        positions.get(use.sender()),
                        positions.get(use.owner()),
                        use.calls() + use.transactions(),
                        marks(use),
                        title(use, parties, words),
                        address(use, parties)))
            .toList();
    return new MatrixChart(
        name,
        words.text("matrix.label"),
        true,
        heads,
        heads.subList(0, order.services()),
        cells,
        order.boxes(),
        List.of(
            new MatrixChart.Layer(MatrixChart.Mark.DOT, "writes", words.text("matrix.writes")),
            new MatrixChart.Layer(
                MatrixChart.Mark.FRAME, "transactions", words.text("matrix.transactions")),
            new MatrixChart.Layer(MatrixChart.Mark.CORNER, "joins", words.text("matrix.joins"))),
        words.text("matrix.scale"));
  }

  /** All that use or are used. */
  public static Set<Integer> parties(List<ServiceUse> uses) {
    Set<Integer> parties = new TreeSet<>();
    uses.forEach(use -> parties.addAll(List.of(use.sender(), use.owner())));
    return parties;
  }

  private static MatrixChart.Head head(Parties parties, int party, PageWords words) {
    String name = PartyWords.of(parties, party, words);
    return new MatrixChart.Head(
        name, parties.isService(party) ? CellText.address("service", name) : "");
  }

  private static Set<MatrixChart.Mark> marks(ServiceUse use) {
    Set<MatrixChart.Mark> marks = EnumSet.noneOf(MatrixChart.Mark.class);
    if (use.writes() > 0) {
      marks.add(MatrixChart.Mark.DOT);
    }
    if (use.transactions() > 0) {
      marks.add(MatrixChart.Mark.FRAME);
    }
    if (use.joins() > 0) {
      marks.add(MatrixChart.Mark.CORNER);
    }
    return marks;
  }

  private static String title(ServiceUse use, Parties parties, PageWords words) {
    List<String> figures = new ArrayList<>();
    figures.add(words.text("matrix.cell.calls", Units.perSecond(use.calls())));
    add(figures, "matrix.cell.writes", use.writes(), words);
    add(figures, "matrix.cell.transactions", use.transactions(), words);
    add(figures, "matrix.cell.joins", use.joins(), words);
    return PartyWords.of(parties, use.sender(), words)
        + " → "
        + PartyWords.of(parties, use.owner(), words)
        + ": "
        + String.join(words.text("list.separator"), figures);
  }

  private static void add(List<String> figures, String key, double rate, PageWords words) {
    if (rate > 0) {
      figures.add(words.text(key, Units.perSecond(rate)));
    }
  }

  private static String address(ServiceUse use, Parties parties) {
    int first = Math.min(use.sender(), use.owner());
    int second = Math.max(use.sender(), use.owner());
    return parties.isService(second)
        ? CellText.address("pair", PairTable.name(parties, first, second))
        : CellText.address("service", VisibleText.of(parties.name(use.owner())));
  }
}
