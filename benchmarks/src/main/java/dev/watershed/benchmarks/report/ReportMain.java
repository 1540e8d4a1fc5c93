package dev.watershed.benchmarks.report;

import dev.watershed.benchmarks.command.TimedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code ReportMain --launcher ./watershed --fleet FOLDER [--browser chromium]}: the report of the
 * fleet that {@code report.ReviewFleetMain --out FOLDER} made: its bytes, how long the command
 * takes, and of that from the first byte of the file to its last, and in a browser from a file,
 * each time one that has just started: when something is seen, when it is ready, how long the
 * slowest sort or search takes until it is drawn, and how many elements are alive at most. The
 * median of five counts. Exits with 1 if a figure is missed.
 */
public final class ReportMain {

  private static final int RUNS = 5;
  private static final String REPORT = "report.html";
  private static final Figure BYTES = new Figure("bytes", "", 3_000_000);
  private static final Figure WRITTEN = new Figure("written", "ms", 3_000);
  private static final Figure PAINT = new Figure("first paint", "ms", 1_000);
  private static final Figure READY = new Figure("ready", "ms", 1_500);
  private static final Figure ACTION = new Figure("slowest sort or search", "ms", 100);
  private static final Figure ELEMENTS = new Figure("elements at most", "", 5_000);

  private record Figure(String name, String unit, double most) {

    boolean report(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      double median = sorted.get(sorted.size() / 2);
      System.out.printf(
          Locale.ROOT,
          "%-24s %,11.0f %-2s (%,.0f to %,.0f; asked at most %,.0f)%s%n",
          name,
          median,
          unit,
          sorted.get(0),
          sorted.get(sorted.size() - 1),
          most,
          median > most ? " MISSED" : "");
      return median <= most;
    }
  }

  private ReportMain() {}

  /** Measures; exits with 2 if the arguments are wrong, with 1 if a figure is missed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean named = arguments.length == 6 && arguments[4].equals("--browser");
    if ((arguments.length != 4 && !named)
        || !arguments[0].equals("--launcher")
        || !arguments[2].equals("--fleet")) {
      System.err.println("--launcher ./watershed --fleet FOLDER [--browser chromium]");
      System.exit(2);
      return;
    }
    Path folder = Path.of(arguments[3]).toAbsolutePath();
    Path browser =
        named
            ? Path.of(arguments[5])
            : ChromiumFile.find(System.getenv("PATH"))
                .orElseThrow(() -> new IOException("no Chromium in PATH; name it by --browser"));
    boolean fast = written(folder, Path.of(arguments[1]).toAbsolutePath().toString());
    Path file = folder.resolve(REPORT);
    boolean small = BYTES.report(List.of((double) Files.size(file)));
    System.exit(opened(file, browser) && small && fast ? 0 : 1);
  }

  private static boolean written(Path folder, String launcher)
      throws IOException, InterruptedException {
    // The first run of a new build makes its class-data archive and the facts of statements.
    TimedCommand.seconds(folder, launcher, "report", "--out", REPORT);
    List<Double> seconds = new ArrayList<>();
    List<Double> writing = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      try (FileArrival arrival = FileArrival.watch(folder, "." + REPORT + ".part")) {
        seconds.add(TimedCommand.seconds(folder, launcher, "report", "--out", REPORT));
        writing.add(arrival.millisecondsAgo());
      }
    }
    seconds.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%-24s %11.1f s  (%.1f to %.1f)%n",
        "report, all of it",
        seconds.get(RUNS / 2),
        seconds.get(0),
        seconds.get(RUNS - 1));
    return WRITTEN.report(writing);
  }

  private static boolean opened(Path file, Path executable) {
    List<Double> paint = new ArrayList<>();
    List<Double> ready = new ArrayList<>();
    List<Double> slowest = new ArrayList<>();
    List<Double> elements = new ArrayList<>();
    try (ReportBrowser browser = new ReportBrowser(executable)) {
      System.out.println("Chromium " + browser.version());
      for (int run = 0; run < RUNS; run++) {
        browser.restart();
        try (ReportView view = browser.open(file, ReaderSettings.desktop())) {
          view.settle();
          ready.add(view.number("window.readyAt"));
          paint.add(
              view.number("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
          ReportActions.Worst worst = ReportActions.all(view);
          slowest.add(worst.milliseconds());
          elements.add((double) worst.elements());
          System.out.println("  slowest: " + worst.what());
        }
      }
    }
    return PAINT.report(paint)
        & READY.report(ready)
        & ACTION.report(slowest)
        & ELEMENTS.report(elements);
  }
}
