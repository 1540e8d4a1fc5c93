package dev.watershed.collector.follow;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * Where a window of a log begins, and everything that reading it needs. Two that are equal are
 * followed by the same windows.
 *
 * @param step the place of the file in the plan of the log
 * @param offset where in it the first event begins, in uncompressed bytes
 * @param cursor as {@link CursorBytes} writes it
 */
public record WindowStart(int step, long offset, byte[] cursor) implements Serializable {

  private static final long serialVersionUID = 1L;

  public WindowStart {
    cursor = cursor.clone();
    if (step < 0 || offset < 0) {
      throw new IllegalArgumentException("step " + step + ", offset " + offset);
    }
  }

  @Override
  public byte[] cursor() {
    return cursor.clone();
  }

  /** Whether the window begins before a place. */
  public boolean before(LogPlace place) {
    return step < place.step() || step == place.step() && offset < place.offset();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WindowStart that
        && step == that.step
        && offset == that.offset
        && Arrays.equals(cursor, that.cursor);
  }

  @Override
  public int hashCode() {
    return Objects.hash(step, offset, Arrays.hashCode(cursor));
  }
}
