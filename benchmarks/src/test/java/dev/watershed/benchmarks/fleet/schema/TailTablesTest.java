package dev.watershed.benchmarks.fleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailTablesTest {

  private static final SchemaPlan PLAN =
      new SchemaPlan("plan", "one", 100, List.of("plan", "price", "guide", "base"));
  private static final List<Table> CORE =
      TableReader.read("plan.plans 500\n  id id\n\nplan.price_notes 10\n  id id as INT");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void plantsNoProblem(long seed) {
    List<Table> tables = new TailTables(PLAN, CORE, new Random(seed)).tables(80);
    assertThat(tables).extracting(Table::name).doesNotHaveDuplicates().hasSize(80);
    assertThat(tables).extracting(table -> table.name().table()).doesNotContain("price_notes");
    for (Table table : tables) {
      assertThat(table.primaryKey()).containsExactly("id");
      assertThat(table.indexes()).extracting(Index::columns).doesNotHaveDuplicates();
      for (ForeignKey key : table.foreignKeys()) {
        Table parent = find(tables, key.parent());
        assertThat(parent.column("id").type()).isEqualTo(table.column(key.column()).type());
        assertThat(parent.rows()).isPositive();
      }
    }
  }

  private static Table find(List<Table> tables, TableName name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseGet(() -> CORE.get(0));
  }
}
