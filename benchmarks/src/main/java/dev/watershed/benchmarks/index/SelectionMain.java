package dev.watershed.benchmarks.index;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.advice.Advice;
import dev.watershed.analyzer.index.advice.IndexAdvisor;
import dev.watershed.analyzer.index.selection.Extend;
import dev.watershed.analyzer.index.selection.Selection;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.benchmarks.command.Options;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code SelectionMain --tables 2100 --statements 10000 --megabytes 1000}: what each selection
 * spares of the same workload within the same budget, and how long it takes.
 */
public final class SelectionMain {

  private record Contender(String name, Selection selection) {}

  private static final List<Contender> CONTENDERS =
      List.of(
          new Contender("single columns", new SingleColumnGreedy()),
          new Contender("AutoAdmin", new AutoAdmin()),
          new Contender("Extend", new Extend()));

  private SelectionMain() {}

  /** Chooses and compares. */
  public static void main(String[] arguments) {
    Options options =
        Options.read(
            arguments,
            "[--tables 2100] [--statements 10000] [--megabytes 1000]",
            Set.of(),
            Set.of("--tables", "--statements", "--megabytes"));
    int tables = options.number("--tables", 2_100);
    int statements = options.number("--statements", 10_000);
    long bytes = options.longNumber("--megabytes", 1_000) << 20;
    AdvisedServer server = new IndexWorkload(1, tables, statements).server();
    AdvisorOptions limits = new AdvisorOptions(bytes, 5, 0, 0, 0, 0);
    for (Contender each : CONTENDERS) {
      say(each, server, limits);
    }
    long start = System.nanoTime();
    Advice advice = new IndexAdvisor(AdvisorOptions.DEFAULTS).advise(server);
    System.out.printf(
        Locale.ROOT,
        "whole advice: %d indexes in %.1f s%n",
        advice.indexes().size(),
        (System.nanoTime() - start) / 1e9);
  }

  private static void say(Contender contender, AdvisedServer server, AdvisorOptions limits) {
    long start = System.nanoTime();
    Workbench workbench = Workbench.of(server);
    Set<Integer> chosen = contender.selection().choose(workbench, limits, server.observedSeconds());
    double seconds = (System.nanoTime() - start) / 1e9;
    double nothing = workbench.objective(Set.of());
    System.out.printf(
        Locale.ROOT,
        "%-14s %4d of %d candidates, %5d MB, spares %.2f%% in %.1f s%n",
        contender.name(),
        chosen.size(),
        workbench.candidates().size(),
        workbench.bytes(chosen) >> 20,
        100 * (1 - workbench.objective(chosen) / nothing),
        seconds);
  }
}
