package dev.watershed.rules.gate;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose files a change touches.
 *
 * @param services services, and modules as {@code service/module}
 * @param paths how many files it touches
 * @param unclaimed those that are nobody's, in the order given
 */
public record TouchedServices(SortedSet<String> services, int paths, List<String> unclaimed) {

  public TouchedServices {
    services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    unclaimed = List.copyOf(unclaimed);
    if (unclaimed.size() > paths) {
      throw new IllegalArgumentException(unclaimed.size() + " unclaimed of " + paths + " paths");
    }
  }
}
