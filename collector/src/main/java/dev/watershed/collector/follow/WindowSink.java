package dev.watershed.collector.follow;

import dev.watershed.collector.encoding.DamagedBytesException;
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
  record Sealed(long number, byte[] cursor) {

    /** Makes a cursor of bytes. */
    @FunctionalInterface
    public interface Decoder<C> {
      C decode(byte[] bytes) throws DamagedBytesException;
    }

    /**
     * Where the source goes on.
     *
     * @throws IOException if nobody can tell, as the cursor is damaged or of a newer version. The
     *     source is then not read: whoever began anew would lose what came since the window, or
     *     count what is in windows again
     */
    public <C> C read(Decoder<C> decoder) throws IOException {
      try {
        return decoder.decode(cursor);
      } catch (DamagedBytesException e) {
        throw new IOException("window " + number + " cannot be continued: " + e.getMessage(), e);
      }
    }
  }

  /** The last window of a source of a server that is in place; empty when there is none. */
  Optional<Sealed> last(String server, String source) throws IOException;

  /** Puts a window in place as a whole; when this returns, it is safe. */
  void put(CollectedWindow window) throws IOException;
}
