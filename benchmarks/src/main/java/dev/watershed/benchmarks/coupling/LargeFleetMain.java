package dev.watershed.benchmarks.coupling;

import dev.watershed.benchmarks.command.ResidentPeak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code LargeFleetMain --launcher ./watershed --out FOLDER}: how long the commands about coupling
 * and consolidation take, and the most memory of each, for 2,100 tables, 60 services, 10,000
 * statements and 5,000 classes of transactions. Each is a process of its own, as a user's; the
 * second run of each counts, when facts of statements are kept. Needs GNU time for the memory.
 */
public final class LargeFleetMain {

  private static final int TABLES = 2_100;
  private static final int SERVICES = 60;
  private static final int STATEMENTS = 10_000;
  private static final int CLASSES = 5_000;
  private static final int RUNS = 3;
  private static final String MOVES =
      """
      format: watershed.moves/1
      moves:
        - {mergeServices: [service1], into: service2}
        - {moveTables: ["schema3.*"], owner: service4, schema: schema4}
        - {mergeSchemas: [schema5], into: schema6}
        - {moveTables: [schema7.t7], owner: service8}
        - {cutTable: schema9.t9, owners: [service9, service10]}
      """;

  private LargeFleetMain() {}

  /** Measures; exits with 2 if the arguments are wrong. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 4
        || !arguments[0].equals("--launcher")
        || !arguments[2].equals("--out")) {
      System.err.println("--launcher ./watershed --out FOLDER");
      System.exit(2);
      return;
    }
    String launcher = Path.of(arguments[1]).toAbsolutePath().toString();
    Path folder = Path.of(arguments[3]);
    if (Files.exists(folder)) {
      System.err.println(folder + " is there already: name another folder, or delete it");
      System.exit(2);
      return;
    }
    Files.createDirectories(folder);
    new CouplingLog(TABLES, SERVICES).write(folder, STATEMENTS, CLASSES);
    Files.writeString(folder.resolve("moves.yaml"), MOVES);
    run(folder, launcher, "collect", "--log-ended");
    for (int run = 1; run <= RUNS; run++) {
      System.out.println("run " + run);
      run(folder, launcher, "analyze", "--coupling");
      run(folder, launcher, "analyze", "--structure");
      run(folder, launcher, "plan");
      run(folder, launcher, "plan", "--what-if", "moves.yaml");
    }
  }

  private static void run(Path folder, String launcher, String... command)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(launcher));
    all.addAll(Arrays.asList(command));
    all.addAll(List.of("-c", "watershed.yaml"));
    ResidentPeak peak = new ResidentPeak(folder.resolve("peak.txt"));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(peak.measuring(all))
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(
          command[0]
              + " ended with "
              + process.waitFor()
              + ": "
              + Files.readString(folder.resolve("errors.txt")));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "  %-32s %5.2f s, at most %,d MiB%n",
        String.join(" ", command),
        seconds,
        peak.kibibytes() / 1_024);
  }
}
