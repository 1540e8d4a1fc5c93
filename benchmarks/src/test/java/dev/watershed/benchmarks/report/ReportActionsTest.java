package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is timed is done, or there is no figure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class ReportActionsTest {

  private static final int SORTED_COLUMNS = 10;

  private ReportBrowser browser;
  private Path page;

  @BeforeAll
  void write(ReportBrowser shared, @TempDir Path folder) throws IOException {
    browser = shared;
    page =
        SamplePage.write(
            folder.resolve("kinds.html"),
            List.of(SamplePage.section("one", SamplePage.everyKind(100, 1))),
            List.of());
  }

  private void spoiled(String script, Class<? extends Exception> expected, String message) {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      view.go("one");
      view.page().evaluate(script);
      assertThatThrownBy(() -> ReportActions.all(view))
          .isInstanceOf(expected)
          .hasMessageContaining(message);
    }
  }

  @Test
  void everyColumnIsSortedBothWaysAndSearched() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      ReportActions.Worst worst = ReportActions.all(view);
      assertThat(worst.sorts()).isEqualTo(2 * SORTED_COLUMNS);
      assertThat(worst.searches()).isEqualTo(7);
      assertThat(worst.milliseconds()).isPositive();
      assertThat(worst.what()).startsWith("one: kinds");
    }
  }

  @Test
  void aPageWithoutListingsHasNoFigure() {
    spoiled(
        "document.querySelectorAll('.listing').forEach(each => each.classList.remove('listing'))",
        IllegalStateException.class,
        "no listing");
  }

  @Test
  void aPageWhoseTablesCannotBeSortedHasNoFigure() {
    spoiled(
        "document.querySelectorAll('thead button').forEach(each => each.remove())",
        IllegalStateException.class,
        "0 sorts");
  }

  @Test
  void aSortThatDoesNothingIsNotTimed() {
    spoiled(
        "document.querySelectorAll('thead button').forEach(each => each.replaceWith(each.cloneNode(true)))",
        PlaywrightException.class,
        "not sorted");
  }
}
