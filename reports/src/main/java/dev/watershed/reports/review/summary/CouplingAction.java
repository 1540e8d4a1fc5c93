package dev.watershed.reports.review.summary;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.PairMeasures;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import java.util.Comparator;
import java.util.Optional;

/**
 * The two services that are most entangled, by joins, transactions and writes of the same tables,
 * and the table that both use most.
 */
public final class CouplingAction {

  private CouplingAction() {}

  /** Empty where no two services share anything. */
  public static Optional<Block.Actions.Action> of(ReviewFacts facts, PageWords words) {
    CouplingFacts coupling = facts.fleet().coupling();
    return coupling.pairs().stream()
        .filter(pair -> coupling.input().parties().isService(pair.first()))
        .filter(pair -> coupling.input().parties().isService(pair.second()))
        .filter(pair -> together(pair) > 0)
        .max(
            Comparator.comparingDouble(CouplingAction::together)
                .thenComparingInt(pair -> -pair.first())
                .thenComparingInt(pair -> -pair.second()))
        .map(pair -> action(pair, coupling, words));
  }

  private static double together(PairMeasures pair) {
    return pair.joinsPerSecond() + pair.transactionsPerSecond() + pair.writeWritePerSecond();
  }

  private static Block.Actions.Action action(
      PairMeasures pair, CouplingFacts coupling, PageWords words) {
    String first = VisibleText.of(coupling.input().parties().name(pair.first()));
    String second = VisibleText.of(coupling.input().parties().name(pair.second()));
    Optional<String> table = through(pair, coupling).map(VisibleText::of);
    return new Block.Actions.Action(
        words.text("do.coupling"),
        table
            .map(name -> words.text("do.coupling.sentence", first, second, name))
            .orElseGet(() -> words.text("do.coupling.pair", first, second)),
        "",
        words.text(
            "do.coupling.evidence",
            perSecond(pair.joinsPerSecond()),
            perSecond(pair.transactionsPerSecond()),
            perSecond(pair.writeWritePerSecond())),
        gain(pair, words),
        table
            .map(name -> CellText.address("table", name))
            .orElseGet(() -> CellText.address("service", first)));
  }

  private static String perSecond(double rate) {
    return Units.often(rate);
  }

  /** A transaction that writes for both counts once. */
  private static String gain(PairMeasures pair, PageWords words) {
    double crossing = pair.joinsPerSecond() + pair.transactionsPerSecond();
    return crossing > 0
        ? words.text("do.coupling.gain", perSecond(crossing))
        : words.text("do.coupling.writes", perSecond(pair.writeWritePerSecond()));
  }

  /** The table that both use most: the less of both uses counts. */
  private static Optional<String> through(PairMeasures pair, CouplingFacts coupling) {
    int best = -1;
    double most = 0;
    for (int table = 0; table < coupling.input().tables().size(); table++) {
      if (coupling.hubs().get(table)) {
        continue;
      }
      double first = 0;
      double second = 0;
      for (int cell = coupling.matrix().start(table); cell < coupling.matrix().end(table); cell++) {
        double calls = coupling.matrix().reads(cell) + coupling.matrix().writes(cell);
        first += coupling.matrix().party(cell) == pair.first() ? calls : 0;
        second += coupling.matrix().party(cell) == pair.second() ? calls : 0;
      }
      if (Math.min(first, second) > most) {
        most = Math.min(first, second);
        best = table;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(coupling.input().tables().label(best));
  }
}
