package dev.watershed.benchmarks.report;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A headless Chromium of this machine. Playwright drives it and fetches none of its own. */
public final class ReportBrowser implements AutoCloseable {

  private static final List<String> ARGUMENTS =
      List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking");

  private final Playwright playwright;
  private final BrowserType.LaunchOptions options;
  private Browser browser;

  /** Starts it. */
  public ReportBrowser(Path executable) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    options = new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS);
    browser = playwright.chromium().launch(options);
  }

  /** Ends the browser and starts another one, which has loaded nothing yet. */
  public void restart() {
    browser.close();
    browser = playwright.chromium().launch(options);
  }

  /** Opens a file in a window of its own, as a reader with these settings does. */
  public ReportView open(Path file, ReaderSettings settings) {
    return ReportView.open(browser, file, settings);
  }

  /** Which browser it is. */
  public String version() {
    return browser.version();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
