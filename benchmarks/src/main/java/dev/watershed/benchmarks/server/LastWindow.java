package dev.watershed.benchmarks.server;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.WindowSink;
import java.util.Optional;

/** Keeps the last window of one server. */
final class LastWindow implements WindowSink {

  private Optional<CollectedWindow> window = Optional.empty();

  /** The last one; there has to be one. */
  CollectedWindow get() {
    return window.orElseThrow();
  }

  @Override
  public Optional<Sealed> last(String server, String source) {
    return window.map(last -> new Sealed(last.number(), last.cursor()));
  }

  @Override
  public void put(CollectedWindow next) {
    window = Optional.of(next);
  }
}
