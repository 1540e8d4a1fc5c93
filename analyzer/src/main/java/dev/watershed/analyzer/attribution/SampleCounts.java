package dev.watershed.analyzer.attribution;

/**
 * Samples of running statements, summed.
 *
 * @param samples how often an execution was seen
 * @param executions how many executions these were
 * @param sampledMicros the time that they stand for
 * @param variance the estimate of the variance of the time sampled, in square seconds; may be
 *     negative by chance
 */
public record SampleCounts(long samples, long executions, long sampledMicros, double variance) {

  /** Nothing was seen. */
  public static final SampleCounts NONE = new SampleCounts(0, 0, 0, 0);

  /** The time that the samples stand for. */
  double seconds() {
    return sampledMicros / 1e6;
  }

  /** Both together. */
  public SampleCounts plus(SampleCounts other) {
    return new SampleCounts(
        samples + other.samples,
        executions + other.executions,
        sampledMicros + other.sampledMicros,
        variance + other.variance);
  }

  /** Without a part of it. */
  public SampleCounts minus(SampleCounts part) {
    return new SampleCounts(
        samples - part.samples,
        executions - part.executions,
        sampledMicros - part.sampledMicros,
        variance - part.variance);
  }
}
