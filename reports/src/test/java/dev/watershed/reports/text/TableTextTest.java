package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.catalog.TableFinder;
import dev.watershed.analyzer.ranking.TableExplainer;
import dev.watershed.analyzer.ranking.TableFacts;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.reports.Shop;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.Security;
import dev.watershed.workload.catalog.ViewDefinition;
import dev.watershed.workload.store.StoredCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTextTest {

  private static final CatalogObject ORDERS =
      new ViewDefinition("orders", List.of(), "select ?", "MERGE", Security.INVOKER);
  private static final CatalogGap UNREAD =
      new CatalogGap("dump.sql:120:17", "expected a name, found (");
  private static final CatalogGap UNSEEN =
      new CatalogGap("triggers", "unknown; GRANT TRIGGER ON *.* TO 'watershed'@'%' shows them");
  private static final CatalogGap TABLES =
      new CatalogGap("tables", "only those are seen on which the account has a privilege");

  @Test
  void aGapSaysWhatIsNotKnownOfADumpAndOfAServer() {
    assertThat(render(stored("dumped-1", List.of(ORDERS), UNREAD)))
        .contains("on dumped-1, as of", "the catalog has gaps; what is not here may exist:")
        .contains("dump.sql:120:17: expected a name, found (");
    assertThat(render(stored("asked-1", List.of(ORDERS), UNSEEN)))
        .contains("triggers: unknown; GRANT TRIGGER ON *.* TO 'watershed'@'%' shows them")
        .doesNotContain("read");
    assertThat(render(stored("whole-1", List.of(ORDERS)))).doesNotContain("gaps");
  }

  @Test
  void whatMayHideATableIsSaidAndNothingElse() {
    assertThat(render(stored("a", List.of(), TABLES)))
        .contains("in no catalog of the store")
        .contains("it may be on a, whose catalog has gaps:", "tables: only those are seen");
    assertThat(render(stored("a", List.of(), UNSEEN))).doesNotContain("it may be on");
  }

  @Test
  void ofManyGapsThereIsTheNumber() {
    CatalogGap[] many = new CatalogGap[7];
    for (int i = 0; i < many.length; i++) {
      many[i] = new CatalogGap("market.v" + i, "its text is unknown");
    }
    assertThat(render(stored("a", List.of(ORDERS), many))).contains("v4: its", "and 2 other gaps");
  }

  @Test
  void whatACatalogHoldsSteersNoTerminal() {
    CatalogObject view =
        new ViewDefinition(
            "orders", List.of(), "select `\u001b[2J`\n  from `x`", "MERGE", Security.INVOKER);
    assertThat(render(stored("a", List.of(view))))
        .contains("select `␛[2J` from `x`")
        .doesNotContain("\u001b");
  }

  private static String render(StoredCatalog... catalogs) {
    List<StoredCatalog> all = List.of(catalogs);
    TableFinder finder = new TableFinder(all);
    TableExplainer explainer =
        new TableExplainer(Shop.workload().build(), ServiceMapping.accounts(), all);
    return new TableText(new TextOptions(100, new Style(false)))
        .render(
            new TableFacts(
                finder.find("market.orders"),
                finder.hiding("market.orders"),
                explainer.explain("market.orders")));
  }

  private static StoredCatalog stored(
      String server, List<CatalogObject> objects, CatalogGap... gaps) {
    SchemaDefinition schema =
        new SchemaDefinition("market", Optional.empty(), Optional.empty(), objects);
    return new StoredCatalog(
        server,
        new Catalog(
            Instant.parse("2026-11-23T18:00:00Z"),
            Optional.empty(),
            List.of(schema),
            List.of(),
            List.of(),
            List.of(gaps)));
  }
}
