package dev.watershed.collector.follow;

import java.util.Objects;

/**
 * How far a log was read.
 *
 * @param file the file that was read last
 * @param offset where in it the next event begins, in uncompressed bytes
 * @param finished the files read before
 */
public record LogPosition(LogIdentity file, long offset, FinishedLogs finished) {

  public LogPosition {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(finished, "finished");
    if (offset < 0) {
      throw new IllegalArgumentException("offset " + offset);
    }
  }
}
