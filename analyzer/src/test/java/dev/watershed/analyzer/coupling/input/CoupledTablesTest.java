package dev.watershed.analyzer.coupling.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.watershed.analyzer.service.TablePattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoupledTablesTest {

  private static CoupledTable table(String dataSet, String name, CoupledTable.Kind kind) {
    return new CoupledTable(dataSet, "shop", name, kind);
  }

  private static CoupledTables tables(CoupledTable... tables) {
    return new CoupledTables(Arrays.asList(tables));
  }

  private static Optional<String> pattern(CoupledTables tables, String dataSet, String name) {
    return tables
        .patternOf(tables.find(dataSet, "shop", name).orElseThrow())
        .map(TablePattern::text);
  }

  @Test
  void aPatternMeansOneTable() {
    CoupledTables tables =
        tables(
            table("a", "items", CoupledTable.Kind.TABLE),
            table("a", "old items", CoupledTable.Kind.TABLE),
            table("a", "new items", CoupledTable.Kind.TABLE),
            table("a", "new.items", CoupledTable.Kind.TABLE));
    assertThat(pattern(tables, "a", "items")).contains("shop.items");
    assertThat(pattern(tables, "a", "old items")).contains("shop.old?items");
    assertThat(pattern(tables, "a", "new items")).isEmpty();
  }

  @Test
  void aNameOfSeveralSetsOfDataMeansNoneOfTheirTables() {
    CoupledTables tables =
        tables(
            table("a", "items", CoupledTable.Kind.TABLE),
            table("b", "items", CoupledTable.Kind.TABLE),
            table("a", "slots", CoupledTable.Kind.TABLE),
            table("b", "slots", CoupledTable.Kind.MISSING));
    assertThat(pattern(tables, "a", "items")).isEmpty();
    assertThat(pattern(tables, "a", "slots")).contains("shop.slots");
    assertThat(tables.namesOfSeveral())
        .containsExactly(
            entry("shop.items", List.of("a", "b")), entry("shop.slots", List.of("a", "b")));
  }
}
