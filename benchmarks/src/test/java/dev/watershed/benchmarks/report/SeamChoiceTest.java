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

/** The seam between two clusters that a reader chooses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class SeamChoiceTest {

  private ReportBrowser browser;
  private Path page;

  @BeforeAll
  void write(ReportBrowser shared, @TempDir Path folder) throws IOException {
    browser = shared;
    page =
        SamplePage.write(
            folder.resolve("seams.html"),
            List.of(SampleClusters.section()),
            List.of(SampleClusters.statements()));
  }

  private static Locator choice(ReportView view, String label) {
    return view.page()
        .getByLabel(label, new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
  }

  private static List<String> figures(ReportView view) {
    return view.texts(
        "[...document.querySelectorAll('.seam-choice .tiles div')]"
            + ".map(each => each.querySelector('dt').textContent + ' '"
            + " + each.querySelector('dd').textContent)");
  }

  private static String shown(ReportView view) {
    return view.text("document.querySelector('.seam-choice .shown').textContent");
  }

  @Test
  void theSeamThatCarriesMostIsShownFirst() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      assertThat(choice(view, "Between").inputValue()).isEqualTo("orders");
      assertThat(choice(view, "and").inputValue()).isEqualTo("plans");
      assertThat(figures(view))
          .containsExactly(
              "Statements 4 /s", "Joins 2 /s", "Transactions 1 /s", "Conductance 25.0 %");
      assertThat(
              view.texts(
                  "[...document.querySelectorAll('.seam-choice .sides > div')]"
                      + ".map(each => each.textContent)"))
          .containsExactly(
              "Crossing tables of ordersshop.orders", "Crossing tables of plansshop.plans");
      assertThat(
              view.texts(
                  "[...document.querySelectorAll('.seam-choice tbody tr')].map(r => r.textContent)"))
          .containsExactly("SELECT 3 FROM orders JOIN plans30");
      assertThat(shown(view)).endsWith("And 2 more.");
      assertThat(view.text("location.hash")).isEmpty();
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void theAddressKeepsTheChoice() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      choice(view, "and").selectOption(SampleClusters.AROUND);
      assertThat(figures(view)).startsWith("Statements 1 /s");
      String address = view.text("location.hash");
      assertThat(address).startsWith("#coupling?seam.a=orders&seam.b=");
      view.reload();
      assertThat(choice(view, "and").inputValue()).isEqualTo(SampleClusters.AROUND);
      assertThat(figures(view)).startsWith("Statements 1 /s");
      try (ReportView other =
          browser.open(page, ReaderSettings.desktop().at(address.substring(1)))) {
        assertThat(figures(other)).isEqualTo(figures(view));
      }
    }
  }

  @Test
  void clustersWithoutASeamSaySo() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      choice(view, "Between").selectOption("plans");
      assertThat(choice(view, "and").inputValue()).as("they change places").isEqualTo("orders");
      assertThat(
              view.texts(
                  "[...document.querySelectorAll('#seam-b optgroup')]"
                      + ".map(each => each.label + ': ' + each.textContent)"))
          .containsExactly(
              "Something crosses: orders", "No seam is known: " + SampleClusters.AROUND);
      choice(view, "and").selectOption(SampleClusters.AROUND);
      assertThat(shown(view)).isEqualTo(SampleClusters.NONE);
    }
  }

  @Test
  void anAddressOfClustersThatAreNotThereShowsTheFirstSeam() {
    try (ReportView view =
        browser.open(page, ReaderSettings.desktop().at("coupling?seam.a=gone&seam.b=orders"))) {
      assertThat(choice(view, "Between").inputValue()).isEqualTo("orders");
      assertThat(choice(view, "and").inputValue()).isEqualTo("plans");
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void keysChoose() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop())) {
      choice(view, "and").focus();
      view.page().keyboard().press("ArrowDown");
      view.settle();
      assertThat(choice(view, "and").inputValue()).isEqualTo(SampleClusters.AROUND);
      assertThat(figures(view)).startsWith("Statements 1 /s");
      assertThat(view.text("document.activeElement.id")).isEqualTo("seam-b");
    }
  }

  @Test
  void thePageOfASeamHasTheStatementsThatCross() {
    try (ReportView view =
        browser.open(page, ReaderSettings.desktop().at("seam/orders%20%E2%80%93%20plans"))) {
      assertThat(
              view.texts(
                  "[...document.querySelectorAll('.entity tbody tr')].map(r => r.textContent)"))
          .containsExactly("SELECT 3 FROM orders JOIN plans30");
      assertThat(
              view.texts("[...document.querySelectorAll('.fields dt')].map(dt => dt.textContent)"))
          .contains("Clusters", "Tables")
          .doesNotContain("Evidence");
      assertThat(view.problems()).isEmpty();
    }
  }

  @Test
  void withoutAScriptTheTableOfSeamsIsThere() {
    try (ReportView view = browser.open(page, ReaderSettings.desktop().withoutScript())) {
      assertThat(view.page().locator("[data-table=seams] tbody tr").all()).hasSize(2);
      assertThat(view.page().locator(".seam-choice").isVisible()).isFalse();
    }
  }
}
