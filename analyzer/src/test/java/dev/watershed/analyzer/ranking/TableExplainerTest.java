package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.analyzer.ranking.TableLoad.TableDigest;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Workload;
import dev.watershed.workload.store.StoredCatalog;
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
          .schema("")
          .statement("SELECT * FROM lost")
          .run(10)
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

  /** A trigger on orders writes lines, so does an event, and a view reads them. */
  @Test
  void whatTouchesItWithoutNamingItIsFound() {
    CatalogFixture catalog =
        new CatalogFixture()
            .table("market.orders")
            .table("market.lines")
            .trigger("market.t", "after update", "orders", "INSERT INTO lines VALUES (NEW.id)")
            .view("market.unpaid", "select a from market.lines")
            .event("market.nightly", true, "DELETE FROM market.lines")
            .event("market.daily", true, "DELETE FROM market.orders");
    Workload touching =
        new WorkloadFixture()
            .schema("market")
            .statement("UPDATE orders SET a = 1")
            .run(40)
            .statement("SELECT * FROM unpaid")
            .run(500, 600)
            .statement("SELECT * FROM orders")
            .run(9_000)
            .build();
    TableLoad load =
        new TableExplainer(
                touching,
                ServiceMapping.accounts(),
                List.of(new StoredCatalog("db", catalog.build())))
            .explain("Market.LINES");
    assertThat(load.digests()).isEmpty();
    assertThat(load.inferred())
        .extracting(
            each -> each.digest().fingerprint(),
            each -> each.figures().timeMicros(),
            each -> each.touches().stream().map(InferredTouch::written).toList(),
            each -> each.touches().get(0).chainText())
        .containsExactly(
            tuple("SELECT * FROM unpaid", 1_100L, List.of(false), "view market.unpaid"),
            tuple(
                "UPDATE orders SET a = ?",
                40L,
                List.of(true),
                "trigger market.t after update on market.orders"));
    assertThat(load.events())
        .extracting(InferredTouch::chainText)
        .containsExactly("event market.nightly");
  }
}
