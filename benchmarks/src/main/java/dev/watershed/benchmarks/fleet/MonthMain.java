package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.fleet.month.Month;
import dev.watershed.benchmarks.fleet.month.Presence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes a month of rotated logs of a capture of {@link FleetMain}. */
public final class MonthMain {

  private static final String USAGE =
      "--capture FOLDER --out FOLDER [--start 2026-10-01] [--days 30] [--parts 2]"
          + " [--presence 1] [--seed 1]";

  private MonthMain() {}

  /** Writes the month; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    if (!options.containsKey("--capture") || !options.containsKey("--out")) {
      System.err.println(USAGE);
      System.exit(2);
      return;
    }
    long start = System.nanoTime();
    long events =
        Month.write(
            Path.of(options.get("--capture")),
            Path.of(options.get("--out")),
            LocalDate.parse(options.getOrDefault("--start", "2026-10-01")),
            Integer.parseInt(options.getOrDefault("--days", "30")),
            Integer.parseInt(options.getOrDefault("--parts", "2")),
            new Presence(
                Double.parseDouble(options.getOrDefault("--presence", "1")),
                Long.parseLong(options.getOrDefault("--seed", "1"))));
    System.err.printf(
        Locale.ROOT, "%,d events in %.1f s%n", events, (System.nanoTime() - start) / 1e9);
  }
}
