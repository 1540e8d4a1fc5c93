package dev.watershed.collector.slowlog;

import dev.watershed.collector.input.LogInput;

/**
 * A part of one input, read by one thread.
 *
 * @param file the position of the input
 * @param from where the part begins; events are taken that start there or later …
 * @param to … and before here
 */
record Part(int file, LogInput input, long from, long to) {

  /** Whether the part begins where the input does. */
  boolean first() {
    return from == 0;
  }
}
