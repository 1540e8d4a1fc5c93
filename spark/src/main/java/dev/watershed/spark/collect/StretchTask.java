package dev.watershed.spark.collect;

import dev.watershed.collector.follow.LogPlace;
import dev.watershed.collector.follow.WindowStart;
import java.io.Serializable;
import java.util.Set;

/**
 * A stretch to read.
 *
 * @param server the position of its server
 * @param fromStep where it begins: the file in the plan …
 * @param fromOffset … and the place in it
 * @param toStep where the next stretch begins, likewise
 * @param toOffset likewise
 * @param kind from where it is read
 * @param start with {@link Kind#KNOWN}: where
 * @param meets with {@link Kind#KNOWN}: where others began, one of whom it has to meet
 */
record StretchTask(
    int server,
    int fromStep,
    long fromOffset,
    int toStep,
    long toOffset,
    Kind kind,
    WindowStart start,
    Set<WindowStart> meets)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** From where a stretch is read. */
  enum Kind {
    /** From where the log was read last. */
    FIRST,
    /** From where a window seems to begin. */
    GUESSED,
    /** From where whoever read what comes before ended. */
    KNOWN
  }

  LogPlace from() {
    return new LogPlace(fromStep, fromOffset);
  }

  LogPlace to() {
    return new LogPlace(toStep, toOffset);
  }
}
