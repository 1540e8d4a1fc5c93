package dev.watershed.benchmarks.fuzz;

import dev.watershed.benchmarks.command.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code FuzzMain --target slow-log --corpus DIR --seconds 600 --seed 1}: fuzzes a target, or all
 * of them one after the other. The corpus begins with the kept inputs and with seeds from the
 * repository's fixtures, and grows from run to run. With {@code --minimize DIR} nothing is fuzzed
 * but the fewest inputs are copied there that reach all that the corpus reaches.
 */
public final class FuzzMain {

  private static final String ALL = "all";

  private FuzzMain() {}

  /** Fuzzes; exits with 2 if the options are wrong, with 1 if something was found. */
  public static void main(String[] arguments) throws Exception {
    String usage =
        "--target NAME|all --corpus DIR [--seconds 60 | --runs N] [--seed 1]"
            + " [--repository .] [--minimize DIR]\ntargets: "
            + String.join(" ", targets(ALL).stream().map(FuzzTarget::key).toList());
    Options options =
        Options.read(
            arguments,
            usage,
            Set.of("--target", "--corpus"),
            Set.of("--seconds", "--runs", "--seed", "--repository", "--minimize"));
    List<FuzzTarget> targets = targets(options.text("--target"));
    if (targets.isEmpty()) {
      System.err.println(usage);
      System.exit(2);
    }
    boolean found = false;
    for (FuzzTarget target : targets) {
      FuzzReport report = run(target, options);
      System.out.println(report.line(target));
      report.finding().ifPresent(System.err::println);
      found |= report.finding().isPresent();
    }
    System.exit(found ? 1 : 0);
  }

  private static List<FuzzTarget> targets(String key) {
    return key.equals(ALL)
        ? List.of(FuzzTarget.values())
        : FuzzTarget.of(key).map(List::of).orElse(List.of());
  }

  private static FuzzReport run(FuzzTarget target, Options options)
      throws IOException, InterruptedException {
    long seed = options.longNumber("--seed", 1);
    FuzzLimits limits =
        options.has("--runs")
            ? FuzzLimits.ofRuns(options.longNumber("--runs", 0), seed)
            : FuzzLimits.ofSeconds(options.longNumber("--seconds", 60), seed);
    Path corpus = Path.of(options.text("--corpus"));
    Path repository = Path.of(options.text("--repository", "."));
    Path seeds = corpus.resolve("seeds").resolve(target.key());
    new Seeds(repository).write(target, seeds);
    FuzzRun run = new FuzzRun(target, corpus.resolve("findings").resolve(target.key()));
    List<Path> inputs =
        new ArrayList<>(
            List.of(
                corpus.resolve("grown").resolve(target.key()),
                KeptInputs.folder(repository, target),
                seeds));
    if (options.has("--minimize")) {
      inputs.add(0, Path.of(options.text("--minimize")).resolve(target.key()));
      return run.minimize(limits, inputs);
    }
    return run.fuzz(limits, inputs);
  }
}
