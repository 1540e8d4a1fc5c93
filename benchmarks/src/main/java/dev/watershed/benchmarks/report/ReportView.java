package dev.watershed.benchmarks.report;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A report in a window. It keeps all that a report must not do: write an error, ask for anything
 * besides its own file, break its policy, open a dialog.
 */
public final class ReportView implements AutoCloseable {

  /** Where a hostile text could leave its mark, and when the page was ready. */
  private static final String WATCH =
      """
      window.hacked = 0;
      window.violations = [];
      addEventListener('securitypolicyviolation',
        event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
      new MutationObserver(() => {
        window.readyAt = window.readyAt || performance.now();
      }).observe(document, { attributes: true, attributeFilter: ['data-ready'], subtree: true });
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> problems = new ArrayList<>();
  private final String address;
  private final boolean script;

  private ReportView(BrowserContext context, String address, boolean script) {
    this.context = context;
    this.address = address;
    this.script = script;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            problems.add("console: " + message.text());
          }
        });
    page.onPageError(error -> problems.add("error: " + error));
    page.onDialog(
        dialog -> {
          problems.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onPopup(other -> problems.add("window: " + other.url()));
    context.onRequest(
        request -> {
          if (!request.url().equals(address) && !request.url().startsWith("blob:")) {
            problems.add("request: " + shortened(request.url()));
          }
        });
  }

  static ReportView open(Browser browser, Path file, ReaderSettings settings) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(settings.width(), settings.height())
                .setColorScheme(settings.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(settings.script())
                .setAcceptDownloads(true));
    if (settings.script()) {
      context.addInitScript(WATCH);
    }
    ReportView view =
        new ReportView(context, file.toAbsolutePath().toUri().toString(), settings.script());
    view.page.navigate(
        view.address + (settings.fragment().isEmpty() ? "" : "#" + settings.fragment()));
    view.ready();
    return view;
  }

  /** The page, for what only one caller asks. */
  public Page page() {
    return page;
  }

  private void ready() {
    if (script) {
      // A function to wait for would be evaluated in the page, which its policy forbids.
      page.waitForSelector(
          "html[data-ready=true]",
          new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }
  }

  /** Goes to another view of the file, as a link does. */
  public void go(String fragment) {
    page.evaluate("fragment => { location.hash = fragment; }", fragment);
    settle();
  }

  /** Waits until what was asked for is drawn. */
  public void settle() {
    page.evaluate(
        "new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 0))");
  }

  /** Loads the page again. */
  public void reload() {
    page.reload();
    ready();
  }

  /** A text that an expression of the page has. */
  public String text(String expression) {
    return String.valueOf(page.evaluate(expression));
  }

  /** A number that an expression of the page has. */
  public double number(String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  /** Texts that an expression of the page has. */
  public List<String> texts(String expression) {
    return ((List<?>) page.evaluate(expression)).stream().map(String::valueOf).toList();
  }

  /** How many elements are alive, those within one SVG aside. */
  public int elements() {
    return (int)
        number(
            "document.querySelectorAll('*').length"
                + " - Math.max(0, ...[...document.querySelectorAll('svg')]"
                + ".map(each => each.querySelectorAll('*').length))");
  }

  /** By how many pixels the page is wider than its window. */
  public int sidewaysPixels() {
    return (int)
        number("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** All that happened that must not; empty if all is well. */
  public List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    if (script) {
      texts("window.violations").forEach(violation -> all.add("policy: " + violation));
      if (number("Number(window.hacked)") != 0) {
        all.add("hacked: " + text("window.hacked"));
      }
    }
    return all;
  }

  private static String shortened(String url) {
    return url.substring(0, Math.min(200, url.length()));
  }

  @Override
  public void close() {
    context.close();
  }
}
