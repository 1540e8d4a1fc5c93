package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.ranking.TableLoad.TableDigest;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableExplainerTest {

  private final Workload workload =
      new WorkloadFixture()
          .statement("SELECT * FROM orders")
          .schema("market")
          .user("web")
          .run(100, 200)
          .schema("archive")
          .run(50_000)
          .statement("UPDATE market.orders SET a = 1")
          .user("batch")
          .run(700)
          .statement("SELECT * FROM market.items")
          .run(5_000)
          .build();
  private final TableExplainer explainer =
      new TableExplainer(workload, ServiceMapping.accounts(), List.of());

  @Test
  void findsWhatNamesTheTableInItsSchemaAlone() {
    TableLoad load = explainer.explain("market.orders");
    assertThat(load.digests())
        .extracting(digest -> digest.digest().fingerprint(), TableDigest::written)
        .containsExactly(
            tuple("UPDATE market.orders SET a = ?", true), tuple("SELECT * FROM orders", false));
    assertThat(load.digests().get(0).share()).hasValueCloseTo(0.7, within(1e-9));
    assertThat(load.digests().get(1).figures().timeMicros()).isEqualTo(300);
    assertThat(load.services())
        .extracting(part -> part.key().name())
        .containsExactly("batch", "web");
  }

  @Test
  void letterCaseDoesNotCount() {
    assertThat(explainer.explain("Market.ORDERS").digests()).hasSize(2);
  }

  @Test
  void aTableThatNothingNamesHasNoStatements() {
    TableLoad load = explainer.explain("market.nothing");
    assertThat(load.digests()).isEmpty();
    assertThat(load.services()).isEmpty();
  }

  @Test
  void knowsTheNamesOfAllTables() {
    assertThat(explainer.names())
        .containsExactly("archive.orders", "market.items", "market.orders");
  }
}
