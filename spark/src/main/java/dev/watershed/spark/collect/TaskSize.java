package dev.watershed.spark.collect;

/**
 * How much one task does.
 *
 * @param logBytes it reads, of a file that is not compressed
 * @param windowBytes it gives back, about: where its windows are as many, it ends, and another one
 *     goes on there
 */
record TaskSize(long logBytes, long windowBytes) {

  /** Some windows long, the shortest as well: the next task reads something again. */
  private static final long LEAST_WINDOW_BYTES = 64 << 10;

  TaskSize {
    if (logBytes < 1 || windowBytes < 1) {
      throw new IllegalArgumentException("a task of nothing: " + logBytes + ", " + windowBytes);
    }
  }

  /**
   * Half as much in windows as in logs, which is many times what windows of them have; only of a
   * compressed file, or where no guess is right, a task reads that much.
   */
  static TaskSize ofLog(long logBytes) {
    return new TaskSize(logBytes, Math.max(LEAST_WINDOW_BYTES, logBytes / 2));
  }
}
