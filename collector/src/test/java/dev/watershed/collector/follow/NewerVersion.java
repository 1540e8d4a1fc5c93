package dev.watershed.collector.follow;

import java.io.IOException;
import java.util.Optional;

/** Windows whose cursors only another version of Watershed can read. */
public record NewerVersion(WindowSink windows) implements WindowSink {

  /** The version; its number is one byte, and the first one of a cursor. */
  public static final byte VERSION = 99;

  @Override
  public Optional<Sealed> last(String server, String source) throws IOException {
    return windows
        .last(server, source)
        .map(
            last -> {
              byte[] cursor = last.cursor().clone();
              cursor[0] = VERSION;
              return new Sealed(last.number(), cursor);
            });
  }

  @Override
  public void put(CollectedWindow window) throws IOException {
    windows.put(window);
  }
}
