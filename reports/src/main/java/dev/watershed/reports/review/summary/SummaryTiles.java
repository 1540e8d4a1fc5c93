package dev.watershed.reports.review.summary;

import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.LoadOverTime;
import dev.watershed.reports.AttributedShare;
import dev.watershed.reports.Units;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewOwner;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The few figures that a fleet is known by. */
public final class SummaryTiles {

  private SummaryTiles() {}

  public static Block of(ReviewFacts facts, PageWords words) {
    List<Block.Tiles.Tile> tiles = new ArrayList<>();
    facts.span().ranking().totals().ifPresent(totals -> load(totals, facts, words, tiles));
    tiles.add(
        new Block.Tiles.Tile(
            Units.grouped(facts.fleet().coupling().of(FindingKind.CONTESTED_TABLE).size()),
            words.text("tile.contested"),
            "coupling"));
    facts
        .owner()
        .ifPresentOrElse(
            owner -> tiles.add(share(owner, words)), () -> tiles.add(attributed(facts, words)));
    return new Block.Tiles(tiles);
  }

  private static Block.Tiles.Tile share(ReviewOwner owner, PageWords words) {
    return new Block.Tiles.Tile(
        owner.share().isPresent() ? Units.percent(owner.share().getAsDouble()) : Units.UNKNOWN,
        words.text("tile.owner"));
  }

  private static Block.Tiles.Tile attributed(ReviewFacts facts, PageWords words) {
    return new Block.Tiles.Tile(
        AttributedShare.text(facts.span().ranking().quality()),
        words.text("tile.attributed"),
        "quality");
  }

  private static void load(
      Figures totals, ReviewFacts facts, PageWords words, List<Block.Tiles.Tile> tiles) {
    Duration watched = DataTrust.watched(facts);
    if (watched.toSeconds() > 0) {
      tiles.add(
          new Block.Tiles.Tile(
              Units.ratio(totals.loggedCalls() / (watched.toMillis() / 1_000.0)) + " /s",
              words.text("tile.statements"),
              "statements"));
    }
    LoadOverTime load = facts.span().ranking().load();
    if (load.peakIndex().isPresent()) {
      tiles.add(
          new Block.Tiles.Tile(
              Units.ratio(load.activeStatements().get(load.peakIndex().getAsInt())),
              words.text("tile.active"),
              "servers"));
    }
    tiles.add(
        new Block.Tiles.Tile(
            totals.percentiles().map(each -> Units.micros(each.p95Micros())).orElse(Units.UNKNOWN),
            words.text(
                "tile.p95",
                totals
                    .percentiles()
                    .map(each -> Units.micros(each.p50Micros()))
                    .orElse(Units.UNKNOWN)),
            "statements"));
  }
}
