package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report about the example of the repository, as people look at it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class ExampleReportTest {

  private static final int MOST_ELEMENTS = 5_000;
  private static final int LAPTOP = 1_024;
  private static final int PHONE = 390;
  private static final List<String> KINDS =
      List.of(
          "digest",
          "table",
          "service",
          "server",
          "finding",
          "cluster",
          "seam",
          "proposal",
          "advice",
          "rule",
          "violation");

  private ReportBrowser browser;
  private Path folder;

  @BeforeAll
  void write(ReportBrowser shared, @TempDir Path written) throws IOException {
    browser = shared;
    folder = written;
    ExampleReport.write(folder);
  }

  private ReportView open(String language, ReaderSettings settings) {
    return browser.open(folder.resolve(language + ".html"), settings);
  }

  private static List<String> sections(ReportView view) {
    return view.texts("[...document.querySelectorAll('nav a')].map(a => a.hash.slice(1))");
  }

  /**
   * The first link to a page of each kind of thing, from any section: without a script all are
   * there.
   */
  private List<String> pages(String language) {
    try (ReportView view = open(language, ReaderSettings.desktop().withoutScript())) {
      List<String> links =
          view.texts(
              "[...document.querySelectorAll('main a')].map(a => a.getAttribute('href').slice(1))");
      return KINDS.stream()
          .flatMap(kind -> links.stream().filter(link -> link.startsWith(kind + "/")).limit(1))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void everySectionOpensByItsAddress(String language) {
    List<String> sections;
    try (ReportView view = open(language, ReaderSettings.desktop())) {
      sections = sections(view);
      assertThat(view.text("document.documentElement.lang")).isEqualTo(language);
    }
    assertThat(sections).contains("summary", "statements", "tables").doesNotHaveDuplicates();
    for (String section : sections) {
      try (ReportView view = open(language, ReaderSettings.desktop().at(section))) {
        assertThat(
                view.texts(
                    "[...document.querySelectorAll('section.view:not([hidden])')].map(e => e.id)"))
            .containsExactly(section);
        assertThat(view.text("document.querySelector('nav a[aria-current]').hash"))
            .isEqualTo("#" + section);
        assertThat(view.text("document.getElementById('" + section + "').textContent.trim()"))
            .isNotEmpty();
        assertThat(view.elements()).as(section).isLessThan(MOST_ELEMENTS);
        assertThat(view.problems()).as(section).isEmpty();
      }
    }
  }

  @Test
  void everyKindOfThingHasAPage() {
    List<String> pages = pages("en");
    assertThat(pages).hasSameSizeAs(KINDS);
    for (String page : pages) {
      try (ReportView view = open("en", ReaderSettings.desktop().at(page))) {
        String name = page.substring(page.indexOf('/') + 1);
        assertThat(view.text("document.querySelector('.entity h2').textContent"))
            .isEqualTo(java.net.URLDecoder.decode(name, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(
                view.texts(
                    "[...document.querySelectorAll('.entity .fields div, .entity tbody tr')].map(e => e.textContent)"))
            .as(page)
            .isNotEmpty();
        assertThat(view.problems()).isEmpty();
      }
    }
  }

  @Test
  void everyLinkWithinTheFileLeadsSomewhere() {
    try (ReportView view = open("en", ReaderSettings.desktop())) {
      List<String> sections = sections(view);
      List<String> nowhere = new ArrayList<>();
      for (String section : sections) {
        view.go(section);
        for (String link :
            view.texts(
                "[...new Set([...document.querySelectorAll('main a')].map(a =>"
                    + " (a.getAttribute('href') || '#').slice(1)))]"
                    + ".filter(hash => !hash.includes('/'))")) {
          String path = link.contains("?") ? link.substring(0, link.indexOf('?')) : link;
          if (!sections.contains(path)) {
            nowhere.add(section + ": #" + link);
          }
        }
      }
      assertThat(nowhere).isEmpty();
    }
  }

  /** Search, sort, rows, layers and seam of one view together. */
  @Test
  void theAddressKeepsAllThatIsChosen() {
    try (ReportView view = open("en", ReaderSettings.desktop().at("coupling"))) {
      Page page = view.page();
      page.locator("[data-table=findings] input[type=search]").fill("booking");
      page.locator("[data-table=findings] thead button").last().click();
      page.locator("[data-table=services] input[type=search]").fill("b");
      page.locator(".layers input").first().uncheck();
      page.locator("#seam-a").selectOption(new SelectOption().setIndex(2));
      view.settle();
      String address = view.text("location.hash");
      List<String> chosen = chosen(view);
      assertThat(address).startsWith("#coupling?").contains("matrix.hide=", "seam.a=", "seam.b=");
      view.reload();
      assertThat(chosen(view)).isEqualTo(chosen);
      try (ReportView other = open("en", ReaderSettings.desktop().at(address.substring(1)))) {
        assertThat(chosen(other)).isEqualTo(chosen);
        assertThat(other.text("location.hash")).isEqualTo(address);
        assertThat(other.problems()).isEmpty();
      }
    }
  }

  private static List<String> chosen(ReportView view) {
    return view.texts(
        "[...document.querySelectorAll('#coupling input, #coupling select')]"
            + ".map(each => each.type === 'checkbox' ? each.checked : each.value)"
            + ".concat([...document.querySelectorAll('#coupling th[aria-sort], #coupling [role=status],"
            + " #coupling [data-table=findings] tbody tr:not(.space), #coupling .seam-choice .shown')]"
            + ".map(each => each.textContent + (each.getAttribute('aria-sort') || '')))");
  }

  @Test
  void thePageOfAServiceKeepsWhatWasOpened() {
    try (ReportView view = open("en", ReaderSettings.desktop().at("service/booking"))) {
      String rows = "document.querySelectorAll('.entity .part:has(.below) tbody')[0].rows.length";
      assertThat(view.number(rows)).isEqualTo(12);
      view.page().locator(".entity .below button").first().click();
      double all = view.number(rows);
      assertThat(all).isGreaterThan(12);
      view.reload();
      assertThat(view.number(rows)).isEqualTo(all);
      assertThat(view.text("location.hash")).startsWith("#service/booking?");
    }
  }

  /** What axe finds in the page as it is; a report has no frames, so no second page is needed. */
  private static List<Rule> violations(ReportView view) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(view.page())
        .setLegacyMode(true)
        .options(options)
        .analyze()
        .getViolations();
  }

  @Test
  void axeFindsAPictureWithoutATextWhereOneIs() {
    try (ReportView view = open("en", ReaderSettings.desktop())) {
      view.page().evaluate("() => document.querySelector('main').append(new Image())");
      assertThat(violations(view)).extracting(Rule::getId).contains("image-alt");
    }
  }

  @ParameterizedTest
  @CsvSource({"en,false", "en,true", "ja,false", "ja,true"})
  void axeFindsNothingSerious(String language, boolean dark) {
    ReaderSettings settings =
        dark ? ReaderSettings.desktop().inTheDark() : ReaderSettings.desktop();
    try (ReportView view = open(language, settings)) {
      List<String> addresses = new ArrayList<>(sections(view));
      addresses.addAll(pages(language));
      List<String> serious = new ArrayList<>();
      for (String address : addresses) {
        view.go(address);
        for (Rule rule : violations(view)) {
          if (List.of("serious", "critical").contains(rule.getImpact())) {
            serious.add(address + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml());
          }
        }
      }
      assertThat(serious).isEmpty();
      assertThat(view.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void nothingScrollsSidewaysOnALaptop(String language) {
    try (ReportView view = open(language, ReaderSettings.desktop().sized(LAPTOP, 700))) {
      List<String> addresses = new ArrayList<>(sections(view));
      addresses.addAll(pages(language));
      for (String address : addresses) {
        view.go(address);
        assertThat(view.sidewaysPixels()).as(address).isZero();
        assertThat(
                view.texts(
                    "[...document.querySelectorAll('.frame')]"
                        + ".filter(e => e.scrollWidth > e.clientWidth + 1)"
                        + ".map(e => e.textContent.slice(0, 80))"))
            .as(address)
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void theSummaryFitsOnAPhone(String language) {
    try (ReportView view = open(language, ReaderSettings.desktop().sized(PHONE, 800))) {
      assertThat(view.sidewaysPixels()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void withoutAScriptTheFirstRowsOfEveryTableAreThere(String language) {
    try (ReportView scripted = open(language, ReaderSettings.desktop());
        ReportView view = open(language, ReaderSettings.desktop().withoutScript())) {
      List<String> sections = sections(scripted);
      assertThat(view.page().locator("section.view").all()).hasSameSizeAs(sections);
      for (String section : sections) {
        assertThat(view.page().locator("#" + section).isVisible()).as(section).isTrue();
        scripted.go(section);
        assertThat(view.page().locator("#" + section + " .data tbody tr").count())
            .as(section)
            .isGreaterThanOrEqualTo(
                scripted.page().locator("#" + section + " .data tbody tr:not(.space)").count());
      }
    }
  }
}
