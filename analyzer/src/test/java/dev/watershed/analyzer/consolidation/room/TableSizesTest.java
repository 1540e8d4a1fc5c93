package dev.watershed.analyzer.consolidation.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableSizesTest {

  private static final TableSizes SIZES =
      TableSizes.of(
          new FleetFixture()
              .table("shop.orders", 3 << 20)
              .table("shop.items", 1 << 19)
              .table("shop.notes")
              .server("db")
              .judged()
              .catalogs());

  private static CoupledTable table(String dataSet, String name) {
    return new CoupledTable(dataSet, "shop", name, CoupledTable.Kind.TABLE);
  }

  @Test
  void sizesAreThoseOfTheCatalogOfTheSetOfData() {
    assertThat(SIZES.of(table("db", "orders"))).hasValue(3 << 20);
    assertThat(SIZES.of(table("db2", "orders"))).isEmpty();
    assertThat(SIZES.of(table("db", "notes"))).isEmpty();
  }

  @Test
  void whatIsUnknownIsSaidBesideTheSum() {
    assertThat(SIZES.text(List.of(table("db", "orders"), table("db", "items"))).text())
        .isEqualTo("3.5 MiB");
    assertThat(SIZES.text(List.of(table("db", "orders"), table("db", "notes"))).text())
        .isEqualTo("3.0 MiB, and 1 of unknown size");
    assertThat(SIZES.text(List.of(table("db", "notes"))).text()).isEqualTo("of unknown size");
  }
}
