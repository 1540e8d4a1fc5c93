package dev.watershed.workload.store;

import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The names of the windows in place, as the one who writes them knows: to list a folder for every
 * window put would cost the more the longer the history is.
 */
final class KnownWindows {

  private final WindowFiles windows;
  private final Map<String, TreeSet<WindowName>> names = new HashMap<>();

  KnownWindows(WindowFiles windows) {
    this.windows = windows;
  }

  /** The windows of a source in whose span another one lies, that one as well, in their order. */
  synchronized List<WindowName> around(WindowName window) throws IOException {
    TreeSet<WindowName> known = names.get(window.server());
    if (known == null) {
      known = new TreeSet<>(windows.names(window.server()));
      names.put(window.server(), known);
    }
    return known.stream()
        .filter(name -> name.source().equals(window.source()))
        .filter(name -> name.start().isBefore(window.end()) && name.end().isAfter(window.start()))
        .toList();
  }

  /** A window was put in place. */
  synchronized void add(WindowName window) {
    names.computeIfPresent(
        window.server(),
        (server, known) -> {
          known.add(window);
          return known;
        });
  }

  /** Something else may have changed. */
  synchronized void forget() {
    names.clear();
  }
}
