package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a page: their rows, sort, search, state, file of values and keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class ListingTest {

  private static final int ROWS = 10_000;
  private static final int MOST_ELEMENTS = 5_000;
  private static final String NAMES =
      "[...document.querySelectorAll('.listing tbody tr:not(.space)')]"
          + ".map(row => row.cells[0].textContent)";

  private ReportBrowser browser;
  private Path kinds;
  private Path small;

  @BeforeAll
  void write(ReportBrowser shared, @TempDir Path folder) throws IOException {
    browser = shared;
    kinds =
        SamplePage.write(
            folder.resolve("kinds.html"),
            List.of(
                SamplePage.section("one", SamplePage.everyKind(ROWS, 1)),
                SamplePage.section("two", few())),
            List.of());
    small =
        SamplePage.write(
            folder.resolve("small.html"), List.of(SamplePage.section("two", few())), List.of());
  }

  private static DataTable few() {
    List<List<Cell>> rows =
        new ArrayList<>(
            List.of(
                row("orders", "=SUM(A1)", Cell.of(9)),
                row("Bookings", "say \"hi\", twice", Cell.unknown()),
                row("members", "two\nlines", Cell.of(100)),
                row("invoices", "-5", Cell.of(20.5)),
                row("payments", "@import", Cell.of(0))));
    // Tables of few rows have no search.
    for (int other = 0; other < 10; other++) {
      rows.add(row("zone" + other, "", Cell.unknown()));
    }
    return new DataTable(
        "few",
        "A few",
        "thing",
        List.of(
            DataColumn.link("name", "Name", ColumnKind.LINK, "thing"),
            DataColumn.of("note", "Note", ColumnKind.TEXT),
            DataColumn.of("calls", "Calls", ColumnKind.RATIO)),
        rows);
  }

  private static List<Cell> row(String name, String note, Cell calls) {
    return List.of(Cell.of(name), Cell.of(note), calls);
  }

  @Test
  void theScriptWritesTheRowsThatTheServerWrote() {
    String cells =
        "[...document.querySelectorAll('#one tbody tr:not(.space)')].slice(0, 50)"
            + ".map(row => [...row.cells].map(cell => cell.className + '|' + cell.textContent"
            + " + '|' + [...cell.querySelectorAll('a')].map(a => a.getAttribute('href'))"
            + " + '|' + [...cell.querySelectorAll('path')].map(p => p.getAttribute('d')))"
            + ".join('\\n'))";
    try (ReportView written = browser.open(kinds, ReaderSettings.desktop().withoutScript());
        ReportView view = browser.open(kinds, ReaderSettings.desktop())) {
      List<String> scripted = view.texts(cells);
      assertThat(scripted).hasSizeBetween(20, 50);
      assertThat(written.texts(cells)).hasSize(50).startsWith(scripted.toArray(String[]::new));
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void fewElementsAreAliveWhileAllRowsScrollBy() {
    try (ReportView view = browser.open(kinds, ReaderSettings.desktop())) {
      view.page().getByText("Show all").first().click();
      int most = view.elements();
      List<String> seen = new ArrayList<>();
      double height = view.number("document.documentElement.scrollHeight");
      for (double top = 0; top < height; top += 25_000) {
        view.page().evaluate("top => scrollTo(0, top)", top);
        view.settle();
        most = Math.max(most, view.elements());
        seen.addAll(view.texts(NAMES));
      }
      view.page().evaluate("scrollTo(0, document.documentElement.scrollHeight)");
      view.settle();
      assertThat(most).isLessThan(MOST_ELEMENTS);
      assertThat(seen).contains("thing0").hasSizeGreaterThan(500);
      assertThat(view.texts(NAMES)).contains("thing" + (ROWS - 1));
      assertThat(view.number("document.documentElement.scrollHeight")).isEqualTo(height);
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void rowsAreSortedAndTheUnknownComesLast() {
    try (ReportView view = browser.open(small, ReaderSettings.desktop())) {
      head(view, "Calls");
      assertThat(view.texts(NAMES))
          .startsWith("members", "invoices", "orders", "payments", "Bookings");
      head(view, "Calls");
      assertThat(view.texts(NAMES))
          .startsWith("payments", "orders", "invoices", "members", "Bookings");
      assertThat(view.text("document.querySelector('th[aria-sort]').textContent"))
          .isEqualTo("Calls");
      head(view, "Name");
      assertThat(view.texts(NAMES))
          .startsWith("Bookings", "invoices", "members", "orders", "payments", "zone0");
    }
  }

  private static void head(ReportView view, String label) {
    view.page()
        .locator(
            "thead button", new com.microsoft.playwright.Page.LocatorOptions().setHasText(label))
        .click();
    view.settle();
  }

  @Test
  void aSearchFindsRowsThatHaveAllItsWords() {
    try (ReportView view = browser.open(small, ReaderSettings.desktop())) {
      view.page().locator("input[type=search]").fill("BOOK  hi");
      assertThat(view.texts(NAMES)).containsExactly("Bookings");
      assertThat(view.text("document.querySelector('[role=status]').textContent")).contains("1");
      view.page().locator("input[type=search]").fill("book lines");
      assertThat(view.texts(NAMES)).isEmpty();
    }
  }

  /** Long texts are packed in another way; each of its words is found, and no other. */
  @Test
  void wordsOfLongTextsAreFound() {
    try (ReportView view = browser.open(kinds, ReaderSettings.desktop())) {
      view.page().locator("#one input[type=search]").fill("column_19, column_7,");
      List<String> found = view.texts(NAMES);
      assertThat(found).hasSizeGreaterThan(10);
      List<String> right =
          SamplePage.everyKind(ROWS, 1).rows().stream()
              .filter(
                  row -> {
                    String code = ((Cell.Text) row.get(2)).text();
                    return code.contains("column_19,") && code.contains("column_7,");
                  })
              .map(row -> ((Cell.Text) row.get(0)).text())
              .toList();
      assertThat(found).isEqualTo(right.subList(0, found.size()));
    }
  }

  @Test
  void theAddressKeepsSortAndSearch() {
    try (ReportView view = browser.open(kinds, ReaderSettings.desktop().at("two"))) {
      view.page().locator("#two input[type=search]").fill("s");
      head(view, "Calls");
      List<String> rows = view.texts(NAMES);
      String address = view.text("location.hash");
      assertThat(address).startsWith("#two?").contains("sort").contains("q");
      view.reload();
      assertThat(view.texts(NAMES)).isEqualTo(rows);
      assertThat(view.page().locator("#two input[type=search]").inputValue()).isEqualTo("s");
      try (ReportView other =
          browser.open(kinds, ReaderSettings.desktop().at(address.substring(1)))) {
        assertThat(other.texts(NAMES)).isEqualTo(rows);
      }
      view.page().locator("nav a").first().click();
      view.settle();
      view.page().goBack();
      view.settle();
      assertThat(view.texts(NAMES)).isEqualTo(rows);
      view.page().goForward();
      view.settle();
      assertThat(view.texts(NAMES)).startsWith("thing0");
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void valuesAreSavedAsRfc4180SaysAndNoneIsAFormula() throws IOException {
    try (ReportView view = browser.open(small, ReaderSettings.desktop())) {
      Download saved =
          view.page().waitForDownload(() -> view.page().getByText("Save as CSV").click());
      assertThat(saved.suggestedFilename()).isEqualTo("few.csv");
      assertThat(Files.readString(saved.path(), StandardCharsets.UTF_8))
          .startsWith(
              "\ufeffname,note,calls\r\n"
                  + "orders,'=SUM(A1),9\r\n"
                  + "Bookings,\"say \"\"hi\"\", twice\",\r\n"
                  + "members,two␊lines,100\r\n"
                  + "invoices,-5,20.5\r\n"
                  + "payments,'@import,0\r\n"
                  + "zone0,,\r\n");
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void everythingWorksByKeys() {
    try (ReportView view = browser.open(kinds, ReaderSettings.desktop())) {
      view.page().keyboard().press("Tab");
      assertThat(view.text("document.activeElement.className")).isEqualTo("skip");
      view.page().keyboard().press("Enter");
      view.settle();
      assertThat(view.text("document.activeElement.id")).isEqualTo("main");
      List<String> passed = new ArrayList<>();
      while (passed.size() < 20 && !passed.contains("Calls") && !passed.contains("COUNT")) {
        view.page().keyboard().press("Tab");
        passed.add(view.text("document.activeElement.textContent"));
      }
      view.page().keyboard().press("Enter");
      view.settle();
      assertThat(view.text("document.querySelector('th[aria-sort]').textContent"))
          .isEqualTo("COUNT");
      assertThat(view.text("document.activeElement.textContent")).isEqualTo("COUNT");
    }
  }

  /** The address that the link to the content leaves is one to open, to load again and to print. */
  @Test
  void theAddressOfTheContentShowsWhatWasOpen() {
    try (ReportView view = browser.open(kinds, ReaderSettings.desktop().at("main"))) {
      assertThat(shown(view)).isOne();
      assertThat(view.page().locator("section.view input[type=search]").count()).isPositive();
      view.page().locator("section.view input[type=search]").first().fill("a");
      view.settle();
      view.go("main");
      view.page().evaluate("dispatchEvent(new Event('beforeprint'))");
      view.page().evaluate("dispatchEvent(new Event('afterprint'))");
      view.settle();
      assertThat(shown(view)).isOne();
      assertThat(view.page().locator("section.view input[type=search]").first().inputValue())
          .isEqualTo("a");
      assertThat(view.problems()).isEmpty();
    }
  }

  private static int shown(ReportView view) {
    return (int) view.number("document.querySelectorAll('section.view:not([hidden])').length");
  }
}
