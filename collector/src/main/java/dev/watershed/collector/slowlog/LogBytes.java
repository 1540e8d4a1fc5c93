package dev.watershed.collector.slowlog;

import java.io.IOException;

/** The uncompressed bytes of a log, from some offset on. */
@FunctionalInterface
public interface LogBytes {

  /**
   * Reads some bytes.
   *
   * @return how many were read, at most {@code length}; −1 at the end; 0 where the log goes on but
   *     has not been written yet
   */
  int read(byte[] into, int offset, int length) throws IOException;
}
