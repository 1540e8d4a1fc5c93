package dev.watershed.analyzer.index.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.analyzer.index.IndexFixture;
import dev.watershed.workload.catalog.IndexKind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintedIndexesTest {

  private static boolean named(HintedIndexes hinted, String index) {
    return hinted.mayName(IndexFixture.index(index, "a", false, IndexKind.BTREE, true));
  }

  @ParameterizedTest
  @CsvSource({
    "FORCE INDEX (k), k, true",
    "force index (`K`), k, true",
    "INDEX(orders k l), l, true",
    "FORCE INDEX (k_a), k, false",
    "FORCE INDEX (`by state`), by state, true",
    "FORCE INDEX (k), l, false"
  })
  void readsTheHintsOfStatements(String hint, String index, boolean named) {
    HintedIndexes hinted =
        new HintedIndexes(List.of(FactMaker.reading("orders").hint(hint).called(1)), List.of());
    assertThat(named(hinted, index)).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({
    "select * from orders force index (k), k, true",
    "select * from orders USE KEY FOR JOIN (k), k, true",
    "select /*+ NO_ICP(orders k) */ 1 from orders, k, true",
    "select k from orders, k, false"
  })
  void readsDefinitionsThatHaveHints(String text, String index, boolean named) {
    assertThat(named(new HintedIndexes(List.of(), List.of(text)), index)).isEqualTo(named);
  }
}
