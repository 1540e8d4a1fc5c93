package dev.watershed.benchmarks.slowlog;

import dev.watershed.benchmarks.corpus.CorpusShape;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link SlowLogBenchmark} and prints its figures as a Markdown table: {@code SlowLogRun
 * [BYTES [ITERATIONS]]}.
 */
public final class SlowLogRun {

  private SlowLogRun() {}

  /** Measures. */
  public static void main(String[] arguments) throws RunnerException {
    String bytes = arguments.length > 0 ? arguments[0] : "268435456";
    int iterations = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(SlowLogBenchmark.class.getName())
                    .param("bytes", bytes)
                    .forks(1)
                    .jvmArgs(
                        "-XX:+UseSerialGC", "-Xmx416m", "-Xmn208m", "-XX:+UseTransparentHugePages")
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(3))
                    .measurementIterations(iterations)
                    .measurementTime(TimeValue.seconds(3))
                    .build())
            .run();
    print(results);
  }

  private static void print(Collection<RunResult> results) {
    System.out.println(
        "\n| corpus | measured | MB/s | events/s | of a plain newline scan | of a wordwise one |");
    System.out.println("|---|---|---:|---:|---:|---:|");
    for (CorpusShape shape : CorpusShape.values()) {
      Map<String, RunResult> byMethod = new TreeMap<>();
      for (RunResult result : results) {
        if (result.getParams().getParam("shape").equals(shape.name())) {
          String name = result.getParams().getBenchmark();
          byMethod.put(name.substring(name.lastIndexOf('.') + 1), result);
        }
      }
      byMethod.forEach((method, result) -> print(shape, method, result, byMethod));
    }
  }

  private static void print(
      CorpusShape shape, String method, RunResult result, Map<String, RunResult> others) {
    double speed = secondary(result, "megabytes");
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %,.0f | %,.0f | %.2f | %.2f |%n",
        shape.name().toLowerCase(Locale.ROOT),
        method,
        speed,
        secondary(result, "events"),
        speed / secondary(others.get("newlinesPlain"), "megabytes"),
        speed / secondary(others.get("newlinesWordwise"), "megabytes"));
  }

  private static double secondary(RunResult result, String counter) {
    return result.getSecondaryResults().get(counter).getScore();
  }
}
