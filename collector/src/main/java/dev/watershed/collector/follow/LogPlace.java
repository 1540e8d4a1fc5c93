package dev.watershed.collector.follow;

/**
 * A place in the files of a log.
 *
 * @param step the place of the file in the plan of the log
 * @param offset in uncompressed bytes
 */
public record LogPlace(int step, long offset) {

  public LogPlace {
    if (step < 0 || offset < 0) {
      throw new IllegalArgumentException("step " + step + ", offset " + offset);
    }
  }
}
