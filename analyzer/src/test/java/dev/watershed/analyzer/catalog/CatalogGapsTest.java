package dev.watershed.analyzer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.store.StoredCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogGapsTest {

  private static List<CatalogGap> gaps(String... places) {
    return Stream.of(places).map(place -> new CatalogGap(place, "why")).toList();
  }

  private static StoredCatalog stored(String server, String... places) {
    return new StoredCatalog(
        server,
        new Catalog(
            Instant.EPOCH, Optional.empty(), List.of(), List.of(), List.of(), gaps(places)));
  }

  @Test
  void whatTouchesFollowFromIsTold() {
    assertThat(
            CatalogGaps.ofTouches(
                List.of(
                    stored("whole"),
                    stored("a", "events", "shop.orders", "triggers", "cached pages"),
                    stored("b", "InnoDB's statistics", "events"),
                    stored("c", "routines"))))
        .containsExactly(
            new CatalogGaps("a", gaps("triggers", "shop.orders")),
            new CatalogGaps("c", gaps("routines")));
  }

  @Test
  void thoseOfTheTableAreTheFirstThenWholeParts() {
    assertThat(
            CatalogGaps.ordered(
                gaps("shop.items", "views", "Shop.Orders", "shop.slots", "tables"), "shop.orders"))
        .isEqualTo(gaps("Shop.Orders", "views", "tables", "shop.items", "shop.slots"));
  }

  @Test
  void withoutGapsThereIsNothingToSay() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CatalogGaps("a", List.of()));
  }
}
