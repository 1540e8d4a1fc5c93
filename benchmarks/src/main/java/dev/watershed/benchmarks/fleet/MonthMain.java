package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.command.MadeWith;
import dev.watershed.benchmarks.command.Options;
import dev.watershed.benchmarks.fleet.month.Month;
import dev.watershed.benchmarks.fleet.month.Presence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes a month of rotated logs of a capture of {@link FleetMain}, in a folder that holds no other
 * one.
 */
public final class MonthMain {

  private static final String USAGE =
      "--capture FOLDER --out FOLDER [--start 2026-10-01] [--days 30] [--parts 2]"
          + " [--presence 1] [--seed 1]";

  private MonthMain() {}

  /** Writes the month; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws IOException {
    Options options =
        Options.read(
            arguments,
            USAGE,
            Set.of("--capture", "--out"),
            Set.of("--start", "--days", "--parts", "--presence", "--seed"));
    Path capture = Path.of(options.text("--capture"));
    Path out = Path.of(options.text("--out"));
    LocalDate start = LocalDate.parse(options.text("--start", "2026-10-01"));
    int days = options.number("--days", 30);
    int parts = options.number("--parts", 2);
    Presence presence =
        new Presence(
            Double.parseDouble(options.text("--presence", "1")), options.longNumber("--seed", 1));
    MadeWith made =
        new MadeWith(
            out,
            List.of(
                "--capture " + capture.toAbsolutePath().normalize(),
                "--start " + start,
                "--days " + days,
                "--parts " + parts,
                "--presence " + presence.chance(),
                "--seed " + presence.seed()));
    if (made.complete()) {
      System.err.println("the month is there already, made with the same options");
      return;
    }
    long began = System.nanoTime();
    long events = Month.write(capture, out, start, days, parts, presence);
    made.write();
    System.err.printf(
        Locale.ROOT, "%,d events in %.1f s%n", events, (System.nanoTime() - began) / 1e9);
  }
}
