package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.catalog.query.TableKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InnodbNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop/orders                        | shop   | orders
          we@002dird/a@0020b@0040            | we-ird | a b@
          shop/@4f1a@54e1                    | shop   | 会員
          shop/parts#p#p0                    | shop   | parts
          shop/parts#P#p0#SP#p0sp1           | shop   | parts
          """)
  void namesOfFilesAreRead(String name, String schema, String table) {
    assertThat(InnodbName.of(name)).contains(new TableKey(schema, table));
  }

  @ParameterizedTest
  @CsvSource({"mysql", "shop/T@0J", "shop/@00", "shop/@00G1x"})
  void whatIsNotUnderstoodIsNoTable(String name) {
    assertThat(InnodbName.of(name)).isEmpty();
  }

  @Test
  void aPartitionBelongsToATable() {
    assertThat(InnodbName.tableOf(new TableKey("s", "t#p#a#sp#b")))
        .isEqualTo(new TableKey("s", "t"));
    assertThat(InnodbName.tableOf(new TableKey("s", "t"))).isEqualTo(new TableKey("s", "t"));
  }
}
