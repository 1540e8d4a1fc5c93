package dev.watershed.benchmarks.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of the fuzzer came to.
 *
 * @param executions how many inputs were tried
 * @param coverage how many edges of the instrumented classes were reached
 * @param seconds how long it took, the start of the JVM included
 * @param finding the last lines of its output where an input broke something; they hold the stack
 *     and where the input is
 */
public record FuzzReport(long executions, long coverage, double seconds, Optional<String> finding) {

  private static final Pattern EXECUTIONS =
      Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");
  private static final int TAIL = 200;

  /** The report of a process that ended. */
  static FuzzReport of(List<String> output, int exitValue, double seconds) {
    long executions = 0;
    long coverage = 0;
    for (String line : output) {
      Matcher counted = EXECUTIONS.matcher(line);
      executions = counted.find() ? Long.parseLong(counted.group(1)) : executions;
      Matcher covered = COVERAGE.matcher(line);
      coverage = covered.find() ? Long.parseLong(covered.group(1)) : coverage;
    }
    List<String> tail = output.subList(Math.max(0, output.size() - TAIL), output.size());
    return new FuzzReport(
        executions,
        coverage,
        seconds,
        exitValue == 0 ? Optional.empty() : Optional.of(String.join("\n", tail)));
  }

  /** One line. */
  public String line(FuzzTarget target) {
    return String.format(
        Locale.ROOT,
        "%-14s %,12d executions %8.0f s %,10.0f/s  coverage %,6d  %s",
        target.key(),
        executions,
        seconds,
        executions / Math.max(0.001, seconds),
        coverage,
        finding.isEmpty() ? "nothing found" : "FOUND");
  }
}
