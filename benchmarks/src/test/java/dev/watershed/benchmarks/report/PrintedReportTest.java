package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report on paper: A4, all sections, nothing cut off at the side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class PrintedReportTest {

  /** 210 mm less the margins of 12 mm, at 96 pixels to an inch. */
  private static final int PAPER = (int) ((210 - 24) / 25.4 * 96);

  private static final Pattern PAGES = Pattern.compile("/Type\\s*/Page\\b");

  private ReportBrowser browser;
  private Path folder;

  @BeforeAll
  void write(ReportBrowser shared, @TempDir Path written) throws IOException {
    browser = shared;
    folder = written;
    ExampleReport.write(folder);
  }

  @ParameterizedTest
  @CsvSource({"en,true", "en,false", "ja,true"})
  void everySectionIsPrintedAndNoTableIsClipped(String language, boolean script) {
    ReaderSettings settings = ReaderSettings.desktop().sized(PAPER, 1_000);
    try (ReportView view =
        browser.open(
            folder.resolve(language + ".html"), script ? settings : settings.withoutScript())) {
      Page page = view.page();
      List<String> sections =
          view.texts("[...document.querySelectorAll('nav a')].map(a => a.hash.slice(1))");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      if (script) {
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
      }
      for (String section : sections) {
        assertThat(page.locator("#" + section).isVisible()).as(section).isTrue();
        assertThat(page.locator("#" + section).innerText()).as(section).isNotBlank();
      }
      assertThat(
              view.texts(
                  "[...document.querySelectorAll('main *')].filter(e => !e.closest('.unseen')"
                      + " && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                      + ".map(e => e.tagName + '.' + e.getAttribute('class') + ': '"
                      + " + e.textContent.slice(0, 80))"))
          .isEmpty();
      assertThat(
              view.texts(
                  "[...document.querySelectorAll('main .data td, main .data th, main .frame, main pre')]"
                      + ".filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)"
                      + ".map(e => e.tagName + '.' + e.getAttribute('class') + ': '"
                      + " + e.textContent.slice(0, 80))"))
          .isEmpty();
      if (script) {
        page.evaluate("dispatchEvent(new Event('afterprint'))");
      }
      byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
      Matcher pages = PAGES.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
      assertThat(pages.results().count()).isGreaterThanOrEqualTo(sections.size());
      assertThat(view.problems()).isEmpty();
    }
  }
}
