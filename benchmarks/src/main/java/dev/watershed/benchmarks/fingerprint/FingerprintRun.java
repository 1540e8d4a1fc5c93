package dev.watershed.benchmarks.fingerprint;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures fingerprints: {@code benchmarks/run-jmh fingerprint}. */
public final class FingerprintRun {
  private FingerprintRun() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws RunnerException {
    String benchmark = FingerprinterBenchmark.class.getName();
    new Runner(new OptionsBuilder().include(benchmark).build()).run();
  }
}
