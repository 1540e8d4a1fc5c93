package dev.watershed.reports.review.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All tables: who owns them, what they hold, and which of them nobody uses. */
class TablesSectionTest {

  private static final ReviewFacts FACTS = new ReviewFactsFixture().build();
  private static final Section SECTION = TablesSection.of(FACTS, Rows.ENGLISH);

  @Test
  void aTableHasItsOwnerTrafficAndColumns() {
    assertThat(Rows.by(Rows.table(SECTION, "tables"), "table").get("shop.coupons"))
        .containsEntry("owner", "market")
        .containsEntry("basis", "declared")
        .containsEntry("users", "2")
        .containsEntry("rows", "8,000")
        .hasEntrySatisfying(
            "columns",
            columns -> assertThat(columns).startsWith("id bigint not null, used int not null"));
  }

  @Test
  void whatNothingUsesIsNamedWithTheReason() {
    assertThat(Rows.texts(Rows.table(SECTION, "quiet_tables"), "table", "why"))
        .contains(List.of("shop.coupons_2019", "No server counted a row read or written in them"))
        .extracting(row -> row.get(0))
        .doesNotContain("shop.orders", "shop.coupons");
  }

  @Test
  void theCaptionSaysHowLongNobodyWasSeen() {
    assertThat(QuietTables.caption(FACTS, Rows.ENGLISH)).contains("Observed: db 16m40s.");
  }

  @Test
  void tablesThatAreNearlyTheSameAreAPair() {
    assertThat(Rows.texts(Rows.table(SECTION, "alike_tables"), "table", "other"))
        .containsExactly(List.of("shop.coupons", "shop.coupons_2019"));
  }

  @Test
  void pagesOfTablesHaveTheirIndexes() {
    assertThat(Rows.texts(TableDetails.indexes(FACTS, Rows.ENGLISH), "table", "index", "reached"))
        .contains(
            List.of("shop.orders", "PRIMARY", "500"), List.of("shop.orders", "ix_state", "0"));
    ReviewFacts unwatched = new ReviewFactsFixture().unwatched().build();
    assertThat(Rows.texts(TableDetails.indexes(unwatched, Rows.ENGLISH), "index", "reached"))
        .contains(List.of("ix_state", "–"));
  }

  @Test
  void foreignKeysLeadBothWays() {
    assertThat(
            Rows.texts(TableDetails.foreignKeys(FACTS, Rows.ENGLISH), "table", "columns", "parent"))
        .containsExactly(List.of("shop.order_lines", "order_id", "shop.orders"));
  }

  @Test
  void withoutACatalogItSaysWhatIsMissing() {
    Section bare =
        TablesSection.of(new ReviewFactsFixture().withoutCatalog().build(), Rows.ENGLISH);
    assertThat(Rows.blocks(bare, Block.Lacking.class)).hasSize(2);
    assertThat(Rows.table(bare, "tables").rows()).isNotEmpty();
  }
}
