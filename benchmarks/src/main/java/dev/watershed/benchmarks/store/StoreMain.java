package dev.watershed.benchmarks.store;

import dev.watershed.benchmarks.store.DuckStore.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * {@code StoreMain --out FOLDER --rows 10000000 --days 30 --servers 10 --digests 10000 --origins
 * 100 --rounds 5 --duckdb yes --raw yes --only "raw: open"}: makes the stores where they are not
 * there yet, then measures all questions, or the one that is named.
 */
public final class StoreMain {

  private static final double MIB = 1 << 20;

  private final StoreShape shape;
  private final Path folder;
  private final int rounds;
  private final boolean duck;
  private final String only;
  private final boolean raw;

  private StoreMain(
      StoreShape shape, Path folder, int rounds, boolean duck, String only, boolean raw) {
    this.shape = shape;
    this.folder = folder;
    this.rounds = rounds;
    this.duck = duck;
    this.only = only;
    this.raw = raw;
  }

  /** Makes and measures; exits with 2 if the options are wrong, with 1 if the answers differ. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    if (!options.containsKey("--out") || arguments.length % 2 != 0) {
      System.err.println(
          "--out FOLDER [--rows 10000000] [--days 30] [--servers 10] [--digests 10000]"
              + " [--origins 100] [--seed 1] [--rounds 5] [--duckdb yes|no] [--raw yes|no] [--only QUESTION]");
      System.exit(2);
    }
    StoreShape shape =
        new StoreShape(
            Integer.parseInt(options.getOrDefault("--days", "30")),
            Integer.parseInt(options.getOrDefault("--servers", "10")),
            Integer.parseInt(options.getOrDefault("--digests", "10000")),
            Integer.parseInt(options.getOrDefault("--origins", "100")),
            Long.parseLong(options.getOrDefault("--rows", "10000000")),
            Long.parseLong(options.getOrDefault("--seed", "1")));
    int rounds = Integer.parseInt(options.getOrDefault("--rounds", "5"));
    boolean duck = options.getOrDefault("--duckdb", "yes").equals("yes");
    boolean raw = options.getOrDefault("--raw", "yes").equals("yes");
    String only = options.getOrDefault("--only", "");
    new StoreMain(shape, Path.of(options.get("--out")), rounds, duck, only, raw).run();
  }

  private void run() throws Exception {
    Path compacted = make("compacted");
    List<Path> stores = raw ? List.of(make("raw"), compacted) : List.of(compacted);
    long rows = (long) shape.windows() * shape.rowsPerWindow();
    say("%,d rows in %,d windows", rows, shape.windows());
    for (Path store : stores) {
      StoreQuestions questions = new StoreQuestions(store);
      String name = store.getFileName().toString();
      say(
          "%s: %.1f bytes a row, %.1f files a server and day",
          name,
          (double) bytes(store) / rows,
          (double) windowFiles(store) / shape.servers() / shape.days());
      measure(name + ": open", questions::open);
      measure(name + ": open, rank by time", questions::rank);
      measure(name + ": open, percentiles of all digests", questions::percentiles);
      measure(name + ": open, figures of all digests", questions::figures);
    }
    measure("compacted: open, merge everything, rank", new StoreQuestions(compacted)::report);
    if (duck) {
      compare(new StoreQuestions(compacted));
    }
    Runtime runtime = Runtime.getRuntime();
    say("heap in use %.0f MiB", (runtime.totalMemory() - runtime.freeMemory()) / MIB);
    residentPeak();
  }

  private void compare(StoreQuestions questions) throws Exception {
    DuckStore store = new DuckStore(folder.resolve("rows.duckdb"));
    Path done = folder.resolve("rows.duckdb.done");
    if (!Files.exists(done)) {
      store.load(shape);
      Files.createFile(done);
    }
    long rows = (long) shape.windows() * shape.rowsPerWindow();
    say("duckdb: %.1f bytes a row", (double) store.bytes() / rows);
    if (!only.isEmpty()) {
      measure("duckdb: open, rank by time", store::rank);
      measure("duckdb: open, 95th percentiles of all digests", store::percentiles);
      return;
    }
    requireEqual("ranking", questions.rank(), store.rank());
    requireEqual("percentiles", questions.percentileBuckets(), store.percentiles());
    measure("duckdb: open, rank by time", store::rank);
    measure("duckdb: open, 95th percentiles of all digests", store::percentiles);
  }

  private static void requireEqual(String what, List<Answer> ours, List<Answer> theirs) {
    if (!ours.equals(theirs)) {
      System.err.println("the " + what + " differ: " + ours.size() + ", " + theirs.size());
      System.exit(1);
    }
  }

  private Path make(String name) throws IOException {
    Path store = folder.resolve(name);
    Path done = folder.resolve(name + ".done");
    if (!Files.exists(done)) {
      new LargeStore(shape, name.equals("compacted"), store).write();
      Files.createFile(done);
    }
    return store;
  }

  private void measure(String what, Callable<?> question) throws Exception {
    if (!only.isEmpty() && !only.equals(what)) {
      return;
    }
    Timing timing = Timing.of(question, rounds);
    say("%-50s first %6.3f s, median %6.3f s", what, timing.firstSeconds(), timing.medianSeconds());
  }

  /** What the system counted, which is more than the heap: mapped files and native memory. */
  private static void residentPeak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      try (Stream<String> lines = Files.lines(status)) {
        lines.filter(line -> line.matches("Vm(HWM|RSS).*|Rss.*")).forEach(StoreMain::print);
      }
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  private static long windowFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".window")).count();
    }
  }

  private static void say(String format, Object... values) {
    print(String.format(Locale.ROOT, format, values));
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
