package dev.watershed.benchmarks.store;

import dev.watershed.benchmarks.command.MadeWith;
import dev.watershed.benchmarks.command.Options;
import dev.watershed.benchmarks.store.DuckStore.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * {@code StoreMain --out FOLDER --rows 10000000 --days 30 --servers 10 --digests 10000 --origins
 * 100 --rounds 5 --duckdb yes --raw yes --only "raw: open"}: makes the stores where they are not
 * there yet, compares what both say to the questions that both are asked, then measures all
 * questions; or measures the one that is named, and compares nothing, so that it finds all as it is
 * when a process begins.
 */
public final class StoreMain {

  private static final String USAGE =
      "--out FOLDER [--rows 10000000] [--days 30] [--servers 10] [--digests 10000]"
          + " [--origins 100] [--seed 1] [--rounds 5] [--duckdb yes|no] [--raw yes|no]"
          + " [--only QUESTION]";
  private static final double MIB = 1 << 20;

  private final StoreShape shape;
  private final Path folder;
  private final int rounds;
  private final boolean duck;
  private final String only;
  private final boolean raw;
  private int measured;

  private StoreMain(
      StoreShape shape, Path folder, int rounds, boolean duck, String only, boolean raw) {
    this.shape = shape;
    this.folder = folder;
    this.rounds = rounds;
    this.duck = duck;
    this.only = only;
    this.raw = raw;
  }

  /** Makes and measures; exits with 2 if the options are wrong, with 1 if answers differ. */
  public static void main(String[] arguments) throws Exception {
    Options options =
        Options.read(
            arguments,
            USAGE,
            Set.of("--out"),
            Set.of(
                "--rows",
                "--days",
                "--servers",
                "--digests",
                "--origins",
                "--seed",
                "--rounds",
                "--duckdb",
                "--raw",
                "--only"));
    StoreShape shape =
        new StoreShape(
            options.number("--days", 30),
            options.number("--servers", 10),
            options.number("--digests", 10_000),
            options.number("--origins", 100),
            options.longNumber("--rows", 10_000_000),
            options.longNumber("--seed", 1));
    new StoreMain(
            shape,
            Path.of(options.text("--out")),
            options.number("--rounds", 5),
            options.yes("--duckdb", true),
            options.text("--only", ""),
            options.yes("--raw", true))
        .run();
  }

  private void run() throws Exception {
    Path compacted = make("compacted");
    List<Path> stores = raw ? List.of(make("raw"), compacted) : List.of(compacted);
    Optional<DuckStore> other = duck ? Optional.of(load()) : Optional.empty();
    long rows = (long) shape.windows() * shape.rowsPerWindow();
    say("%,d rows in %,d windows", rows, shape.windows());
    if (other.isPresent() && only.isEmpty()) {
      for (Path store : stores) {
        compare(new StoreQuestions(store), other.get());
      }
    }
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
    if (other.isPresent()) {
      say("duckdb: %.1f bytes a row", (double) other.get().bytes() / rows);
      measure("duckdb: open, rank by time", other.get()::rank);
      measure("duckdb: open, 95th percentiles of all digests", other.get()::percentiles);
    }
    if (measured == 0) {
      System.err.println("--only: there is no question " + only);
      System.exit(2);
    }
    Runtime runtime = Runtime.getRuntime();
    say("heap in use %.0f MiB", (runtime.totalMemory() - runtime.freeMemory()) / MIB);
    residentPeak();
  }

  /** The questions are those that are timed. */
  private static void compare(StoreQuestions questions, DuckStore store) throws Exception {
    List<Answer> ours = questions.rank();
    List<Answer> theirs = store.rank();
    if (!ours.equals(theirs)) {
      differ("ranking", ours + " is not " + theirs);
    }
    PercentileDifference.first(questions.percentiles(), store.percentiles())
        .ifPresent(difference -> differ("percentiles", difference));
  }

  private static void differ(String what, String how) {
    System.err.println("the " + what + " differ: " + how);
    System.exit(1);
  }

  private DuckStore load() throws Exception {
    DuckStore store = new DuckStore(folder.resolve("rows.duckdb"));
    MadeWith made = new MadeWith(folder.resolve("rows.duckdb"), shape.options());
    if (!made.complete()) {
      store.load(shape);
      made.write();
    }
    return store;
  }

  private Path make(String name) throws IOException {
    Path store = folder.resolve(name);
    MadeWith made = new MadeWith(store, shape.options());
    if (!made.complete()) {
      new LargeStore(shape, name.equals("compacted"), store).write();
      made.write();
    }
    return store;
  }

  private void measure(String what, Callable<?> question) throws Exception {
    if (!only.isEmpty() && !only.equals(what)) {
      return;
    }
    measured++;
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
