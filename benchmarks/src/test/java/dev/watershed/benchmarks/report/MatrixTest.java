package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Matrices by keys and by pointer, and their layers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class MatrixTest {

  private static final String LABEL = "document.activeElement.getAttribute('aria-label')";
  private static final String STOPS =
      "[...document.querySelectorAll('svg.matrix [tabindex=\"0\"], svg.matrix a:not([tabindex])')]"
          + ".map(each => each.getAttribute('aria-label'))";

  private ReportBrowser browser;
  private Path page;

  @BeforeAll
  void write(ReportBrowser shared, @TempDir Path folder) throws IOException {
    browser = shared;
    page =
        SamplePage.write(folder.resolve("matrix.html"), List.of(SampleMatrix.section()), List.of());
  }

  private static void press(ReportView view, String... keys) {
    for (String key : keys) {
      view.page().keyboard().press(key);
    }
    view.settle();
  }

  private static ReportView atFirstCell(ReportView view) {
    view.page().locator("svg.matrix [tabindex='0']").first().focus();
    return view;
  }

  @Test
  void aLargeMatrixTravelsWithTheDataAndIsReachedByKeys(@TempDir Path folder) throws IOException {
    Path large =
        SamplePage.write(folder.resolve("large.html"), List.of(SampleMatrix.large()), List.of());
    int cells = SampleMatrix.SERVICES * (SampleMatrix.SERVICES - 1);
    try (ReportView view = browser.open(large, ReaderSettings.desktop());
        ReportView written = browser.open(large, ReaderSettings.desktop().withoutScript())) {
      assertThat(view.page().locator("svg[data-matrix] [data-page]").count()).isEqualTo(cells);
      atFirstCell(view);
      press(view, "ArrowRight");
      assertThat(view.text(LABEL)).isEqualTo("service0 → service2: 1 call/s");
      assertThat(view.problems()).isEmpty();
      assertThat(written.page().locator("svg[data-matrix]").count()).isZero();
      assertThat(written.page().getByText("needs a script").count()).isPositive();
    }
  }

  @Test
  void aMatrixIsOneStopOfTheTabKey() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      List<String> stops =
          List.of("ticket → plan: 5 calls/s, 2 writes/s", "ticket → plan: 5 calls/s, 2 writes/s");
      assertThat(view.texts(STOPS)).isEqualTo(stops);
      atFirstCell(view);
      press(view, "ArrowDown", "Tab");
      assertThat(view.text("document.activeElement.closest('svg').dataset.small"))
          .isEqualTo("after");
      press(view, "Shift+Tab");
      assertThat(view.text(LABEL)).isEqualTo("member → ticket: 3 calls/s");
      assertThat(view.texts(STOPS)).hasSize(2);
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void arrowsGoFromCellToCellAndToTheHeads() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      atFirstCell(view);
      press(view, "ArrowRight");
      assertThat(view.text(LABEL)).isEqualTo("ticket → member: 1 call/s");
      assertThat(view.text("document.activeElement.getAttribute('role')")).isEqualTo("img");
      press(view, "ArrowDown");
      assertThat(view.text(LABEL)).isEqualTo("member → ticket: 3 calls/s");
      assertThat(view.text("document.activeElement.getAttribute('role')")).isEqualTo("link");
      press(view, "ArrowRight");
      assertThat(view.text(LABEL)).as("there is nothing behind the last").startsWith("member →");
      press(view, "ArrowLeft");
      assertThat(view.text(LABEL)).as("the head of the row").isEqualTo("member");
      press(view, "ArrowUp");
      assertThat(view.text(LABEL)).as("the head above").isEqualTo("plan");
      press(view, "Control+Home");
      assertThat(view.text(LABEL)).as("the first head of a column").isEqualTo("ticket");
      press(view, "End");
      assertThat(view.text(LABEL)).as("the last head of a column").isEqualTo("member");
      press(view, "ArrowDown");
      assertThat(view.text(LABEL)).isEqualTo("ticket → member: 1 call/s");
      press(view, "Home");
      assertThat(view.text(LABEL)).as("the head of the row").isEqualTo("ticket");
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void enterOpensWhatTheCellIsAbout() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      atFirstCell(view);
      press(view, "ArrowRight", "Enter");
      assertThat(view.text("location.hash")).as("a cell without a page").isEmpty();
      press(view, "ArrowLeft", "Enter");
      assertThat(view.text("location.hash")).isEqualTo("#pair/ticket%20plan");
      assertThat(view.text("document.querySelector('.entity h2').textContent"))
          .isEqualTo("ticket plan");
    }
  }

  @Test
  void whatACellSaysIsShownBesideTheMatrix() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      String says = "document.querySelector('.says').textContent";
      assertThat(view.text(says)).startsWith("Point at a cell");
      view.page().locator("svg.matrix").first().locator(".cell[data-page]").nth(1).hover();
      assertThat(view.text(says)).isEqualTo("ticket → member: 1 call/s");
      atFirstCell(view);
      press(view, "ArrowRight", "ArrowDown");
      assertThat(view.text(says)).isEqualTo("member → ticket: 3 calls/s");
      assertThat(view.page().locator(".cursor").first().isVisible()).isTrue();
    }
  }

  @Test
  void aClickOpensACellOfASmallMatrixToo() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      view.page().locator("svg[data-small] .cell[data-page]").first().click();
      assertThat(view.text("location.hash")).isEqualTo("#pair/ticket%20plan");
    }
  }

  @Test
  void layersAreHiddenAndShownAndTheAddressKeepsThem() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop().at("coupling"))) {
      assertThat(boxes(view)).containsExactly("writes true", "transactions true", "joins true");
      assertThat(mark(view, "writes").isVisible()).isTrue();
      box(view, "writes").uncheck();
      box(view, "joins").uncheck();
      assertThat(mark(view, "writes").isVisible()).isFalse();
      assertThat(mark(view, "joins").isVisible()).isFalse();
      assertThat(view.text("location.hash")).isEqualTo("#coupling?matrix.hide=joins+writes");
      view.reload();
      assertThat(boxes(view)).containsExactly("writes false", "transactions true", "joins false");
      assertThat(mark(view, "writes").isVisible()).isFalse();
      box(view, "writes").check();
      box(view, "joins").check();
      assertThat(mark(view, "joins").isVisible()).isTrue();
      assertThat(view.text("location.hash")).isEqualTo("#coupling");
      assertThat(view.problems()).isEmpty();
    }
  }

  private static Locator mark(ReportView view, String layer) {
    return view.page().locator("svg[data-matrix] [data-layer=" + layer + "]");
  }

  private static Locator box(ReportView view, String label) {
    return view.page()
        .getByLabel(label, new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
  }

  private static List<String> boxes(ReportView view) {
    return view.texts(
        "[...document.querySelectorAll('.layers label')]"
            + ".map(label => label.textContent.trim() + ' ' + label.firstChild.checked)");
  }

  @Test
  void withoutAScriptTheHeadsAreLinks() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop().withoutScript())) {
      assertThat(view.page().locator("svg[data-matrix] a").all()).hasSize(6);
      assertThat(view.page().locator(".says").count()).isZero();
    }
  }
}
