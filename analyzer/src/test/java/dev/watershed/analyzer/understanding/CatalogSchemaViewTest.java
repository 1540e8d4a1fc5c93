package dev.watershed.analyzer.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.sql.facts.KnownRelation;
import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import dev.watershed.sql.facts.KnownRelation.KnownTable;
import dev.watershed.sql.facts.KnownRelation.KnownView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
              .view("shop.open", "select a from shop.orders")
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
  @CsvSource({
    "orders, archive shop",
    "Orders, archive shop",
    "lines, shop",
    "open, shop",
    "nothing, ''"
  })
  void tellsTheSchemasOfAName(String name, String expected) {
    assertThat(String.join(" ", view.schemasWith(name))).isEqualTo(expected);
  }

  @Test
  void aTableHasItsColumnsAndAViewItsQuery() {
    assertThat(view.find("shop", "orders"))
        .contains(
            new KnownTable(
                "shop",
                "orders",
                Stream.of("id", "p", "a")
                    .map(name -> new KnownColumn(name, "int", Optional.empty(), true))
                    .toList()));
    assertThat(view.find("SHOP", "Open"))
        .contains(new KnownView("shop", "open", List.of(), "select a from shop.orders"));
  }
}
