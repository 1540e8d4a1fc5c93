package dev.watershed.collector.follow;

import java.io.IOException;
import java.util.Optional;

/** Where windows are kept. */
public interface WindowSink {

  /**
   * The last window of a source.
   *
   * @param number its number: 1 for the first window of a source, then one more each
   * @param cursor what the collector put into it
   */
  record Sealed(long number, byte[] cursor) {}

  /** The last window of a source of a server that is in place; empty when there is none. */
  Optional<Sealed> last(String server, String source) throws IOException;

  /** Puts a window in place as a whole; when this returns, it is safe. */
  void put(CollectedWindow window) throws IOException;
}
