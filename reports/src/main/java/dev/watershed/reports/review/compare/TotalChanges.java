package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.AttributedShare;
import dev.watershed.reports.Units;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import java.util.List;
import java.util.Optional;

/** The figures that a fleet is known by, before and now. */
public final class TotalChanges {

  private static final double SECONDS_PER_DAY = 86_400;

  private TotalChanges() {}

  public static Block of(ReviewFacts facts, EarlierReview earlier, PageWords words) {
    WorkloadFacts then = earlier.span().ranking();
    WorkloadFacts now = facts.span().ranking();
    return new Block.Tiles(
        List.of(
            tile(
                calls(then, earlier.seconds()),
                calls(now, earlier.nowSeconds()),
                words.text("changes.tile.statements"),
                "statements"),
            tile(
                time(then, earlier.seconds()),
                time(now, earlier.nowSeconds()),
                words.text("changes.tile.time"),
                "statements"),
            tile(p95(then), p95(now), words.text("changes.tile.p95"), "statements"),
            tile(
                contested(earlier.fleet().coupling().of(FindingKind.CONTESTED_TABLE).size()),
                contested(facts.fleet().coupling().of(FindingKind.CONTESTED_TABLE).size()),
                words.text("changes.tile.contested"),
                "coupling"),
            tile(
                attributed(then),
                attributed(now),
                words.text("changes.tile.attributed"),
                "quality")));
  }

  private static Block.Tiles.Tile tile(
      Optional<String> before, Optional<String> now, String label, String address) {
    return new Block.Tiles.Tile(whole(before) + " → " + whole(now), label, address);
  }

  /** A figure that no line breaks. */
  private static String whole(Optional<String> figure) {
    return figure.orElse(Units.UNKNOWN).replace(' ', '\u00a0');
  }

  private static Optional<String> calls(WorkloadFacts facts, double seconds) {
    return facts.totals().map(each -> Units.perSecond(each.loggedCalls() / seconds));
  }

  private static Optional<String> time(WorkloadFacts facts, double seconds) {
    return facts.totals().map(each -> Units.micros(each.timeMicros() * SECONDS_PER_DAY / seconds));
  }

  private static Optional<String> p95(WorkloadFacts facts) {
    return facts.totals().flatMap(Figures::percentiles).map(each -> Units.micros(each.p95Micros()));
  }

  private static Optional<String> contested(int tables) {
    return Optional.of(Units.grouped(tables));
  }

  private static Optional<String> attributed(WorkloadFacts facts) {
    return Optional.of(AttributedShare.text(facts.quality()));
  }
}
