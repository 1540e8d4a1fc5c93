package dev.watershed.analyzer.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.TablePattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittingClaimsTest {

  private static final FittingClaims CLAIMS =
      new FittingClaims(
          Stream.of("shop.*", "shop.items", "*.items", "shop.item?", "shop.items", "pay.items")
              .map(pattern -> new Claim(Attribution.of("a"), TablePattern.parse(pattern)))
              .toList());

  @ParameterizedTest
  @CsvSource({
    "shop, items, '0, 1, 2, 3, 4'",
    "shop, itemx, '0, 3'",
    "pay,  items, '2, 5'",
    "pay,  bills, ''",
  })
  void claimsThatFitAreInTheirOrder(String schema, String table, String expected) {
    assertThat(CLAIMS.of(new CoupledTable("db", schema, table, CoupledTable.Kind.TABLE)))
        .asString()
        .isEqualTo("[" + expected + "]");
  }
}
