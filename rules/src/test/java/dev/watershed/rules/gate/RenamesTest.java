package dev.watershed.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.rules.verdict.ViolationKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamesTest {

  private static final Renames RENAMES =
      new Renames(
          Map.of("market", "shop", "a", "b", "b", "a"),
          Map.of("old.*", "fresh.*", "old.items", "stock.things"),
          Map.of("scan", "full-scans"));

  @ParameterizedTest
  @CsvSource({
    "scan:market:old.items:x, full-scans:shop:stock.things:x",
    "scan:market:old.orders:x, full-scans:shop:fresh.orders:x",
    "scan:a, full-scans:b",
    "scan:b, full-scans:a",
    "budget-p95:other:older.items, budget-p95:other:older.items",
  })
  void keysGetTheirNewNamesAllAtOnce(String old, String renamed) {
    assertThat(RENAMES.renamed(ViolationKey.parse(old)).text()).isEqualTo(renamed);
  }

  @Test
  void formerNamesLeadBack() {
    assertThat(RENAMES.formerTable("stock.things")).isEqualTo("old.items");
    assertThat(RENAMES.formerTable("fresh.orders")).isEqualTo("old.orders");
    assertThat(RENAMES.formerTable("other.orders")).isEqualTo("other.orders");
    assertThat(RENAMES.formerServices("shop")).containsExactly("shop", "market");
    assertThat(RENAMES.formerRules("disk-sort")).containsExactly("disk-sort");
  }

  @Test
  void tablesCannotBecomeOneAndSchemasNoTables() {
    Map<String, String> none = Map.of();
    assertThatThrownBy(() -> new Renames(none, Map.of("a.x", "c.z", "b.y", "c.z"), none))
        .hasMessageContaining("cannot have become one");
    assertThatThrownBy(() -> new Renames(none, Map.of("a.*", "c.z"), none))
        .hasMessageContaining("expected schema.table twice");
    assertThatThrownBy(() -> new Renames(none, Map.of("a", "c"), none))
        .hasMessageContaining("expected schema.table twice");
  }
}
