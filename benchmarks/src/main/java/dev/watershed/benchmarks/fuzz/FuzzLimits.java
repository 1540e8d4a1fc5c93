package dev.watershed.benchmarks.fuzz;

/**
 * How long a run of the fuzzer goes on, and what an input may take.
 *
 * @param runs the most executions; 0 for no limit
 * @param seconds the most seconds; 0 for no limit
 * @param seed of the fuzzer's random numbers; equal seeds and corpora give equal inputs
 * @param inputSeconds how long one input may take: a bound that only a hang passes
 * @param heapMebibytes the heap, and apart from it the memory outside of the heap
 */
public record FuzzLimits(long runs, long seconds, long seed, int inputSeconds, int heapMebibytes) {

  /** The memory of the JVM itself, of its code and of libFuzzer's tables. */
  private static final int OVERHEAD_MEBIBYTES = 800;

  /** So many executions are over before compiling code well has paid. */
  private static final int FEW_RUNS = 10_000;

  private static final int USUAL_INPUT_SECONDS = 60;
  private static final int USUAL_HEAP_MEBIBYTES = 256;

  public FuzzLimits {
    if (runs <= 0 && seconds <= 0) {
      throw new IllegalArgumentException("a run needs an end: executions or seconds");
    }
  }

  /** So many executions. */
  public static FuzzLimits ofRuns(long runs, long seed) {
    return new FuzzLimits(runs, 0, seed, USUAL_INPUT_SECONDS, USUAL_HEAP_MEBIBYTES);
  }

  /** So many seconds. */
  public static FuzzLimits ofSeconds(long seconds, long seed) {
    return new FuzzLimits(0, seconds, seed, USUAL_INPUT_SECONDS, USUAL_HEAP_MEBIBYTES);
  }

  /** Whether it ends after few executions. */
  boolean brief() {
    return runs > 0 && runs <= FEW_RUNS;
  }

  /** What the whole process may take. */
  int residentMebibytes() {
    return 2 * heapMebibytes + OVERHEAD_MEBIBYTES;
  }
}
