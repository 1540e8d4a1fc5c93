package dev.watershed.reports.review.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.TargetFixture;
import dev.watershed.reports.review.coupling.TableRows;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TargetBlocksTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private static DataTable table(String id) {
    return TargetBlocks.of(TargetFixture.PROGRESS, WORDS).stream()
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
            TargetBlocks.of(TargetFixture.PROGRESS, WORDS).stream()
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
