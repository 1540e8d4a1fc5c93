package dev.watershed.collector.follow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps windows in memory; can fail, before a window is in place or after it. */
final class KeptWindows implements WindowSink {

  private final List<CollectedWindow> windows = new ArrayList<>();
  private boolean failsBefore;
  private boolean failsAfter;

  /** The next window does not get into its place. */
  void failBefore() {
    failsBefore = true;
  }

  /** The next window gets into its place, but the collector is told that it failed. */
  void failAfter() {
    failsAfter = true;
  }

  /** No window fails any more. */
  void mend() {
    failsBefore = false;
    failsAfter = false;
  }

  List<CollectedWindow> windows() {
    return windows;
  }

  @Override
  public Optional<Sealed> last(String server, String source) {
    return windows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sealed(windows.size(), windows.get(windows.size() - 1).cursor()));
  }

  @Override
  public void put(CollectedWindow window) throws IOException {
    if (failsBefore) {
      failsBefore = false;
      throw new IOException("no space left on device");
    }
    if (window.number() != windows.size() + 1) {
      throw new IllegalStateException(
          "window " + window.number() + " behind " + windows.size() + " others");
    }
    windows.add(window);
    if (failsAfter) {
      failsAfter = false;
      throw new IOException("input/output error");
    }
  }
}
