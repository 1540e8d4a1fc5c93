package dev.watershed.reports.review.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.distance.MonthDistance;
import dev.watershed.analyzer.consolidation.distance.OwnerDistance;
import dev.watershed.analyzer.consolidation.distance.PartedTransaction;
import dev.watershed.analyzer.consolidation.distance.PlacementCounts;
import dev.watershed.analyzer.consolidation.distance.StrayWriter;
import dev.watershed.analyzer.consolidation.distance.TargetDistance;
import dev.watershed.analyzer.consolidation.distance.TargetProgress;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.review.coupling.TableRows;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetBlocksTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);
  private static final Crossings CROSSINGS = new Crossings(1, 0.5, 0, 0, 0, 0, 0, 0, 0);
  private static final PlacementCounts COUNTS = new PlacementCounts(10, 4, 3, 0, 1, 0, 0);
  private static final StrayWriter WRITER =
      new StrayWriter("shop.coupons", "market", "booking", true, 0.1, false);

  private static final TargetDistance TODAY =
      new TargetDistance(
          COUNTS,
          CROSSINGS,
          CROSSINGS,
          List.of(new OwnerDistance("market", COUNTS, 1, 0.5, List.of(WRITER), List.of(), 0)),
          List.of(WRITER),
          List.of(
              new PartedTransaction(
                  "booking",
                  List.of("shop.coupons", "shop.orders"),
                  List.of("booking", "market"),
                  List.of("db"),
                  0.1,
                  List.of(255L),
                  false)),
          0);

  private static final TargetProgress PROGRESS =
      new TargetProgress(
          Instant.parse("2026-10-25T00:00:00Z"),
          Instant.parse("2026-11-24T00:00:00Z"),
          TODAY,
          List.of(
              MonthDistance.unknown(YearMonth.of(2026, 9)),
              new MonthDistance(
                  YearMonth.of(2026, 10),
                  Optional.of(new MonthDistance.Seen(0.25, "db", List.of("db log"), false)),
                  Optional.of(TODAY))),
          List.of(Saying.verbatim("something")));

  private static DataTable table(String id) {
    return TargetBlocks.of(PROGRESS, WORDS).stream()
        .filter(Block.Listing.class::isInstance)
        .map(block -> ((Block.Listing) block).table())
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void todayIsSummedUp() {
    Block.Tiles tiles =
        (Block.Tiles)
            TargetBlocks.of(PROGRESS, WORDS).stream()
                .filter(Block.Tiles.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(tiles.tiles())
        .extracting(Block.Tiles.Tile::value)
        .containsExactly("4", "1", "1 /s", "1");
  }

  @Test
  void aMonthOfWhichNothingIsKnownSaysSo() {
    assertThat(TableRows.of(table("target_months")))
        .satisfiesExactly(
            row ->
                assertThat(row)
                    .containsEntry("month", "2026-09")
                    .containsEntry("to_place", "–")
                    .containsEntry("seen", "nothing was collected"),
            row ->
                assertThat(row)
                    .containsEntry("month", "2026-10")
                    .containsEntry("to_place", "4")
                    .containsEntry("seen", "25.0 % of its hours seen of db"));
  }

  @Test
  void ownersWritersAndTransactionsLeadToTheirPages() {
    assertThat(TableRows.of(table("target_owners")).get(0)).containsEntry("writers", "booking");
    assertThat(TableRows.of(table("target_writers")).get(0))
        .containsEntry("table", "shop.coupons")
        .containsEntry("writes", "0.1 /s")
        .containsEntry("by", "by name");
    assertThat(TableRows.of(table("target_transactions")).get(0))
        .containsEntry("tables", "shop.coupons, shop.orders")
        .containsEntry("digests", "00000000000000ff");
  }
}
