package dev.watershed.benchmarks.store;

import dev.watershed.benchmarks.command.MadeWith;
import dev.watershed.benchmarks.command.Options;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * {@code CostMain --out FOLDER --svg FILE --rounds 5 --rows 1000000,3000000,10000000,30000000}:
 * makes a compacted store of each size in a folder of its own, measures what questions cost, and
 * draws it.
 */
public final class CostMain {

  private static final String SIZES = "1000000,3000000,10000000,30000000";
  private static final String SHAPE = "30 days, 10 servers, 10,000 digests, 100 accounts, hourly";

  private CostMain() {}

  /** Makes, measures and draws; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    Options options =
        Options.read(
            arguments,
            "--out FOLDER --svg FILE [--rounds 5] [--rows " + SIZES + "]",
            Set.of("--out", "--svg"),
            Set.of("--rounds", "--rows"));
    int rounds = options.number("--rounds", 5);
    Map<String, List<CostPlot.Point>> series = new LinkedHashMap<>();
    for (String rows : options.text("--rows", SIZES).split(",", -1)) {
      measure(Path.of(options.text("--out"), rows), Long.parseLong(rows), rounds, series);
    }
    String svg = new CostPlot("What questions cost: " + SHAPE, series).toSvg();
    Files.writeString(Path.of(options.text("--svg")), svg, StandardCharsets.UTF_8);
  }

  private static void measure(
      Path folder, long rows, int rounds, Map<String, List<CostPlot.Point>> series)
      throws Exception {
    StoreShape shape = new StoreShape(30, 10, 10_000, 100, rows, 1);
    Path store = folder.resolve("compacted");
    MadeWith made = new MadeWith(store, shape.options());
    if (!made.complete()) {
      new LargeStore(shape, true, store).write();
      made.write();
    }
    StoreQuestions questions = new StoreQuestions(store);
    Map<String, Callable<?>> asked = new LinkedHashMap<>();
    asked.put("merge everything, rank", questions::report);
    asked.put("all figures of all digests", questions::figures);
    asked.put("percentiles of all digests", questions::percentiles);
    asked.put("rank by time", questions::rank);
    for (Map.Entry<String, Callable<?>> question : asked.entrySet()) {
      Timing timing = Timing.of(question.getValue(), rounds);
      System.out.printf(
          Locale.ROOT,
          "%,12d rows  %-28s median %6.3f s%n",
          rows,
          question.getKey(),
          timing.medianSeconds());
      series
          .computeIfAbsent(question.getKey(), key -> new ArrayList<>())
          .add(new CostPlot.Point(rows / 1e6, timing.medianSeconds()));
    }
  }
}
