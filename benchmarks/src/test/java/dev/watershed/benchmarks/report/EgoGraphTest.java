package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What surrounds a table, and a service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class EgoGraphTest {

  private static final int CROWD = 30;
  private static final String TIES =
      "[...document.querySelectorAll('.ego .tie')]"
          + ".map(tie => tie.getAttribute('class') + ' | ' + tie.textContent)";

  private ReportBrowser browser;
  private Path page;

  @BeforeAll
  void write(ReportBrowser shared, @TempDir Path folder) throws IOException {
    browser = shared;
    page =
        SamplePage.write(
            folder.resolve("ego.html"),
            List.of(
                SamplePage.section("tables", things("tables", "table", "shop.orders", "lonely")),
                SamplePage.section("services", things("services", "service", "shop", "audit"))),
            List.of(uses()));
  }

  private static DataTable things(String id, String kind, String... names) {
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : names) {
      rows.add(List.of(Cell.of(name)));
    }
    return new DataTable(
        id, id, kind, List.of(DataColumn.link("name", "Name", ColumnKind.LINK, kind)), rows);
  }

  private static DataTable uses() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(use("shop", "shop.orders", 900, 100, 0));
    rows.add(use("report", "shop.orders", 50, 0, 0));
    rows.add(use("audit", "shop.orders", 0, 0, 7));
    for (int at = 0; at < CROWD; at++) {
      rows.add(use("shop", "shop.part" + at, CROWD - at, 0, 0));
    }
    return new DataTable(
        "uses",
        "Uses",
        List.of(
            DataColumn.link("service", "Service", ColumnKind.LINK, "service"),
            DataColumn.link("table", "Table", ColumnKind.LINK, "table"),
            DataColumn.of("reads", "Reads", ColumnKind.COUNT),
            DataColumn.of("writes", "Writes", ColumnKind.COUNT),
            DataColumn.of("inferred_reads", "Inferred reads", ColumnKind.COUNT),
            DataColumn.of("inferred_writes", "Inferred writes", ColumnKind.COUNT),
            DataColumn.of("time", "Time", ColumnKind.MICROS)),
        rows);
  }

  private static List<Cell> use(
      String service, String table, int reads, int writes, int inferredReads) {
    return List.of(
        Cell.of(service),
        Cell.of(table),
        Cell.of(reads),
        Cell.of(writes),
        Cell.of(inferredReads),
        Cell.of(0),
        Cell.of(reads + writes + inferredReads));
  }

  @Test
  void servicesStandAroundATableAndWhoWritesHasATip() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop().at("table/shop.orders"))) {
      assertThat(view.texts(TIES))
          .containsExactlyInAnyOrder(
              "tie writes | shop: 900 calls, some write",
              "tie | report: 50 calls, reads only",
              "tie inferred | audit: 7 calls, reads only");
      assertThat(view.page().locator(".ego .tip").all()).hasSize(1);
      assertThat(view.text("document.querySelector('.ego .name').textContent"))
          .startsWith("shop.orders");
      assertThat(
              view.texts(
                  "[...document.querySelectorAll('.ego a')].map(a => a.getAttribute('href'))"))
          .as("report has no page")
          .containsExactlyInAnyOrder("#service/shop", "#service/audit");
      view.page().locator(".ego a[href='#service/audit']").click();
      view.settle();
      assertThat(view.text("document.querySelector('.entity h2').textContent")).isEqualTo("audit");
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void tablesStandAroundAServiceThoseOfMostCalls() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop().at("service/shop"))) {
      List<String> ties = view.texts(TIES);
      assertThat(ties).hasSize(24).contains("tie writes | shop.orders: 900 calls, some write");
      assertThat(ties).noneMatch(tie -> tie.contains("shop.part" + (CROWD - 1) + ":"));
      assertThat(view.text("document.querySelector('.entity figcaption').textContent"))
          .endsWith("And 7 more.");
      assertThat(
              view.texts(
                  "[...document.querySelectorAll('.ego .tie')]"
                      + ".filter(tie => tie.textContent.startsWith('shop.orders'))"
                      + ".map(tie => tie.getAttribute('stroke-width'))"))
          .containsExactly("4.5");
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void whatNobodyUsesHasNoGraph() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop().at("table/lonely"))) {
      assertThat(view.page().locator(".ego").count()).isZero();
      assertThat(view.page().locator(".entity h2").isVisible()).isTrue();
    }
  }
}
