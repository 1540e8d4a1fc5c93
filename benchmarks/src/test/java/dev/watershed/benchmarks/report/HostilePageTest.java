package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Hostile names and texts in every place of a page: nothing runs, and all is shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class HostilePageTest {

  /** Of a list, at the least: only rows near what is seen are there. */
  private static final int ROWS_ON_SCREEN = 20;

  private static final int MIXED = 150;

  private final List<String> texts = HostileTexts.corpus(MIXED, 1);
  private ReportBrowser browser;
  private Path page;

  @BeforeAll
  void write(ReportBrowser shared, @TempDir Path folder) throws IOException {
    browser = shared;
    page =
        SamplePage.write(
            folder.resolve("hostile.html"),
            List.of(SamplePage.section("list", things()), blocks()),
            List.of(related()));
  }

  private DataTable things() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int at = 0; at < texts.size(); at++) {
      String text = texts.get(at);
      rows.add(
          List.of(
              Cell.of(text),
              Cell.of(text + " " + text),
              Cell.of(List.of(text, texts.get((at + 1) % texts.size()))),
              Cell.of("SELECT '" + text + "' FROM " + "`" + text + "`.t")));
    }
    rows.add(
        List.of(
            Cell.of("million"),
            Cell.of(HostileTexts.million()),
            Cell.of(List.of()),
            Cell.of(HostileTexts.million())));
    return new DataTable(
        "things",
        "Things",
        "thing",
        List.of(
            DataColumn.link("name", "Name", ColumnKind.LINK, "thing"),
            DataColumn.of("note", "Note", ColumnKind.TEXT),
            DataColumn.link("others", "Others", ColumnKind.LINKS, "thing"),
            new DataColumn("code", "Code", ColumnKind.CODE, "thing", true)),
        rows);
  }

  private DataTable related() {
    return new DataTable(
        "related",
        "Related",
        List.of(
            DataColumn.link("thing", "Thing", ColumnKind.LINK, "thing"),
            DataColumn.of("of", "Of", ColumnKind.TEXT)),
        texts.stream().map(text -> List.of(Cell.of(text), Cell.of("of " + text))).toList());
  }

  private Section blocks() {
    String text = VisibleText.of(String.join(" ", texts));
    String address = CellText.address("thing", VisibleText.of(texts.get(0)));
    return new Section(
        "blocks",
        "Blocks",
        List.of(
            new Block.Tiles(List.of(new Block.Tiles.Tile(text, text))),
            new Block.Actions(
                text, List.of(new Block.Actions.Action(text, text, text, text, text, address))),
            new Block.Prose(Optional.of(text), List.of(text)),
            new Block.Lacking(text, text),
            new Block.Bars(text, List.of(new Block.Bars.Bar(text, address, 1, text, text)), text),
            new Block.Script(text, text)));
  }

  @Test
  void nothingRunsAndEveryNameIsShownAsItIs() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      view.page().getByText("Show all").first().click();
      assertThat(view.page().locator("#list tbody td.link a").first().textContent())
          .isEqualTo(VisibleText.of(texts.get(0)));
      view.go("blocks");
      assertThat(view.text("document.querySelector('#blocks pre').textContent"))
          .isEqualTo(VisibleText.of(String.join(" ", texts)));
      assertThat(view.problems()).isEmpty();
    }
    try (ReportView view = browser.open(page, ReaderSettings.desktop().withoutScript())) {
      assertThat(view.problems()).isEmpty();
      assertThat(view.page().locator("#blocks pre").textContent())
          .isEqualTo(VisibleText.of(String.join(" ", texts)));
    }
  }

  @Test
  void everyNameHasItsPageBehindItsLink() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      for (String text : texts) {
        String visible = VisibleText.of(text);
        view.go("list");
        view.page()
            .evaluate(
                "name => { const link = document.createElement('a');"
                    + " link.href = '#thing/' + encodeURIComponent(name);"
                    + " document.body.append(link); link.click(); link.remove(); }",
                visible);
        view.settle();
        assertThat(view.text("document.querySelector('.entity h2').textContent"))
            .isEqualTo(visible);
        assertThat(
                view.texts(
                    "[...document.querySelectorAll('.entity .part h3')].map(e => e.textContent)"))
            .as(visible)
            .contains("Related");
      }
      assertThat(view.problems()).isEmpty();
    }
  }

  /** The links that the server and the script wrote, followed by clicks. */
  @Test
  void theFirstLinksLeadToTheirPages() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      for (int row = 0; row < ROWS_ON_SCREEN; row++) {
        view.go("list");
        String visible = VisibleText.of(texts.get(row));
        view.page()
            .evaluate(
                "row => document.querySelectorAll('#list tbody tr')[row].cells[0].querySelector('a').click()",
                row);
        view.settle();
        assertThat(view.text("document.querySelector('.entity h2').textContent"))
            .isEqualTo(visible);
        assertThat(view.page().locator(".entity .none").count()).as(visible).isZero();
      }
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void hostileAddressesBreakNothing() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      for (String address :
          List.of(
              "__proto__",
              "thing/%",
              "list?things.q=%",
              "constructor/x",
              "thing/",
              "list?__proto__.x=1",
              "?",
              "/",
              "list?things.sort=__proto__")) {
        view.go(address);
        assertThat(
                view.texts(
                    "[...document.querySelectorAll('main section.view:not([hidden])')].map(e => e.textContent.trim())"))
            .as(address)
            .hasSize(1)
            .doesNotContain("");
      }
      assertThat(view.problems()).isEmpty();
    }
  }
}
