package dev.watershed.analyzer.index.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs of MySQL 8.0: pages 0.25 and 1, a row 0.1, a comparison of keys 0.05. */
class CostModelTest {

  @ParameterizedTest(name = "{0} rows of which {1} are kept: {2}")
  @CsvSource({
    "1024, 1024, 614.4",
    "1024, 8,    256",
    "1024, 1,    153.6",
    "8,    1024, 2",
    "1,    1,    0.15",
  })
  void aSortComparesARowOnceForEachLevelOfWhatIsKept(double rows, double kept, double cost) {
    assertThat(CostModel.MYSQL_8.sort(rows, kept)).isCloseTo(cost, offset(1e-9));
  }

  @Test
  void pagesCostByWhereTheyAre() {
    assertThat(CostModel.MYSQL_8.pages(100, 1)).isEqualTo(25);
    assertThat(CostModel.MYSQL_8.pages(100, 0)).isEqualTo(100);
    assertThat(CostModel.MYSQL_8.pages(100, 0.6)).isCloseTo(55, offset(1e-9));
  }

  @Test
  void aTemporaryTableCostsItsMakingAndItsRows() {
    assertThat(CostModel.MYSQL_8.temporary(50)).isCloseTo(6, offset(1e-9));
    assertThat(CostModel.MYSQL_5_7.temporary(50)).isCloseTo(12, offset(1e-9));
  }
}
