package dev.watershed.analyzer.coupling.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetColumnsTest {

  private static CouplingInput input(String sql) {
    return new CouplingFixture()
        .service("shop", List.of(), List.of())
        .tables("shop.items", "shop.orders")
        .run("shop", 1, sql)
        .server("db")
        .build();
  }

  private static Optional<List<String>> columns(CouplingInput input, String table) {
    return input.setColumns().of(0, input.tables().find("db", "shop", table).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE shop.items SET p = 1, a = 2, p = 3 WHERE id = 4                     | a p",
        "INSERT INTO shop.items (id, p) VALUES (1, 2) ON DUPLICATE KEY UPDATE a = 1 | a",
        "INSERT INTO shop.items (id, p) VALUES (1, 2)                               |",
        "REPLACE INTO shop.items (id, p) VALUES (1, 2)                              |",
        "DELETE FROM shop.items WHERE id = 1                                        |",
        "SELECT a FROM shop.items                                                   |",
      })
  void ofRowsThatAreThereEachColumnOnceInOrder(String sql, String expected) {
    assertThat(columns(input(sql), "items").map(names -> String.join(" ", names)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void ofSeveralTablesEachHasItsOwn() {
    CouplingInput input =
        input("UPDATE shop.items i JOIN shop.orders o ON o.p = i.id SET i.a = 1, o.p = 2");
    assertThat(columns(input, "items")).contains(List.of("a"));
    assertThat(columns(input, "orders")).contains(List.of("p"));
  }
}
