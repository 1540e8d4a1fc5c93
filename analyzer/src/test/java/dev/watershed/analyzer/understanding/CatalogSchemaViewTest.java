package dev.watershed.analyzer.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.sql.facts.KnownRelation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogSchemaViewTest {

  private final CatalogSchemaView view =
      new CatalogSchemaView(
          new CatalogFixture()
              .table("shop.orders")
              .table("shop.Lines")
              .table("shop.lines")
              .table("archive.orders")
              .build());

  @ParameterizedTest
  @CsvSource({
    "shop, orders, shop.orders",
    "shop, ORDERS, shop.orders",
    "Shop, orders, shop.orders",
    "shop, lines, shop.lines",
    "shop, Lines, shop.Lines",
    "shop, LINES, ''",
    "shop, nothing, ''",
    "nowhere, orders, ''"
  })
  void findsInTheRightSpelling(String schema, String name, String expected) {
    assertThat(
            view.find(schema, name)
                .map((KnownRelation found) -> found.schema() + "." + found.name())
                .orElse(""))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"orders, archive shop", "Orders, archive shop", "lines, shop", "nothing, ''"})
  void tellsTheSchemasOfAName(String name, String expected) {
    assertThat(String.join(" ", view.schemasWith(name))).isEqualTo(expected);
  }
}
