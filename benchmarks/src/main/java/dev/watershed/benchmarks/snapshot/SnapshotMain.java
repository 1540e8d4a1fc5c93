package dev.watershed.benchmarks.snapshot;

import dev.watershed.benchmarks.command.TimedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code SnapshotMain --launcher ./watershed --fleet FOLDER}: the size of a snapshot of the fleet
 * that {@code coupling.LargeFleetMain --out FOLDER} made, how long its moves take to judge from the
 * store and from the snapshot, and how long a change and all rules take. Each run is a process of
 * its own, as a user's; the median of five counts. Writes into the folder only {@code
 * fleet.snapshot}, {@code change.sql} and what the runs print.
 */
public final class SnapshotMain {

  private static final int RUNS = 5;
  private static final String SNAPSHOT = "fleet.snapshot";
  private static final String CHANGE = "change.sql";
  private static final long MOST_BYTES = 10_000_000;

  private SnapshotMain() {}

  /** Measures; exits with 2 if the arguments are wrong, with 1 if the snapshot is too large. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 4
        || !arguments[0].equals("--launcher")
        || !arguments[2].equals("--fleet")) {
      System.err.println("--launcher ./watershed --fleet FOLDER");
      System.exit(2);
      return;
    }
    String launcher = Path.of(arguments[1]).toAbsolutePath().toString();
    Path folder = Path.of(arguments[3]);
    // The first run of a new build makes its class-data archive.
    TimedCommand.seconds(folder, launcher, "owners");
    report(
        "snapshot", List.of(TimedCommand.seconds(folder, launcher, "snapshot", "--out", SNAPSHOT)));
    long bytes = Files.size(folder.resolve(SNAPSHOT));
    System.out.printf(Locale.ROOT, "%-52s %,d bytes%n", SNAPSHOT, bytes);
    measure(folder, launcher, "plan", "--what-if", "moves.yaml");
    measure(folder, launcher, "plan", "--what-if", "moves.yaml", "--snapshot", SNAPSHOT);
    Files.writeString(
        folder.resolve(CHANGE),
        "USE schema0;\nALTER TABLE t0 DROP COLUMN a;\nCREATE INDEX k ON t60 (a);\n");
    measure(folder, launcher, "check", "--snapshot", SNAPSHOT, "--ddl", CHANGE);
    measure(folder, launcher, "check", "--snapshot", SNAPSHOT);
    measure(folder, launcher, "check", "--no-record");
    System.exit(bytes > MOST_BYTES ? 1 : 0);
  }

  private static void measure(Path folder, String launcher, String... command)
      throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      seconds.add(TimedCommand.seconds(folder, launcher, command));
    }
    report(String.join(" ", command), seconds);
  }

  private static void report(String what, List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%-52s %.2f s (%.2f to %.2f)%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }
}
