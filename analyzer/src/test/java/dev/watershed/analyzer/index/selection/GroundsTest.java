package dev.watershed.analyzer.index.selection;

import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.FactMaker.reading;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.WeightedStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundsTest {

  private static final StatisticTable ORDERS =
      table("orders")
          .column("state", "varchar(20)")
          .column("member_id", "bigint")
          .column("shop", "varchar(20)")
          .column("kind", "varchar(20)")
          .key("idx_shop", false, "shop")
          .rows(50_000, 800)
          .distinct("PRIMARY", 50_000)
          .distinct("idx_shop", 400, 50_000)
          .make();

  private static List<List<String>> candidates(WeightedStatement... statements) {
    return Workbench.of(Servers.mysql(List.of(ORDERS), statements)).candidates().stream()
        .map(candidate -> candidate.index().keys())
        .toList();
  }

  private static WeightedStatement searching(double calls, String column) {
    return reading("orders").where(is(column)).selectAll().called(calls);
  }

  @Test
  void withoutWeightOnlyWhatNamesRowsOrWasCountedIsAGround() {
    WeightedStatement heavy = reading("orders").where(is("id")).selectAll().called(1e6);

    assertThat(candidates(heavy, searching(10, "state"))).isEmpty();
    assertThat(candidates(heavy, searching(10, "member_id"))).containsExactly(List.of("member_id"));
    assertThat(
            candidates(
                heavy, reading("orders").where(is("shop"), is("kind")).selectAll().called(10)))
        .containsExactly(List.of("shop", "kind"));
  }

  @Test
  void anOrderWithALimitIsAGround() {
    WeightedStatement heavy = reading("orders").where(is("id")).selectAll().called(1e6);

    assertThat(
            candidates(
                heavy,
                reading("orders").where(is("state")).orderBy("kind").selectAll().called(300)))
        .isEmpty();
    assertThat(
            candidates(
                heavy,
                reading("orders")
                    .where(is("state"))
                    .orderBy("kind")
                    .selectAll()
                    .limit(5)
                    .called(300)))
        .containsExactly(List.of("state", "kind"));
  }

  @Test
  void statementsWeighTogether() {
    WeightedStatement heavy = reading("orders").where(is("id")).selectAll().called(1e6);
    WeightedStatement other = reading("orders").where(is("state")).selectAll().limit(3).called(700);

    assertThat(candidates(heavy, searching(700, "state"))).isEmpty();
    assertThat(candidates(heavy, searching(700, "state"), other)).containsExactly(List.of("state"));
  }
}
