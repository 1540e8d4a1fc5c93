package dev.watershed.reports.review.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.workload.catalog.ReferentialAction;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferredTableTest {

  private static ReviewFacts deleting(ReferentialAction action) {
    WorkloadFixture workload = new WorkloadFixture();
    workload.user("booking").at("2026-11-23T10:00:30Z");
    workload
        .statement("DELETE FROM shop.orders WHERE id = 2")
        .run(FleetFactsFixture.times(50, 3_000));
    FleetFacts fleet =
        new FleetFactsFixture(workload)
            .table(TableMaker.table("orders").numbers("member_id"))
            .table(
                TableMaker.table("order_lines")
                    .numbers("order_id")
                    .foreignKey("order_id", "orders", action))
            .build();
    return new ReviewFactsFixture().build().with(fleet);
  }

  @Test
  void whatACascadeDeletesIsNamedWithTheWayThere() {
    ReviewFacts facts = deleting(ReferentialAction.CASCADE);
    List<List<String>> rows =
        Rows.texts(InferredTable.of(facts, Rows.ENGLISH), "digest", "table", "use", "how");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).subList(0, 3))
        .containsExactly(
            facts.fleet().statements().get(0).digestText(), "shop.order_lines", "writes");
    assertThat(rows.get(0).get(3)).contains("fk_order_id");
  }

  @Test
  void whatStatementsNameIsNotInferred() {
    assertThat(InferredTable.of(deleting(ReferentialAction.NO_ACTION), Rows.ENGLISH).rows())
        .isEmpty();
  }
}
