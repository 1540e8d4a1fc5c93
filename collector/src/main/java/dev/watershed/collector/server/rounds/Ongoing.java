package dev.watershed.collector.server.rounds;

import java.util.HashSet;
import java.util.Set;

/**
 * What the look before saw, so that what goes on is counted once.
 *
 * @param <K> what tells two of them apart
 */
public final class Ongoing<K> {

  private final Set<K> last = new HashSet<>();
  private final Set<K> current = new HashSet<>();

  /** Whether the look before did not see it. */
  public boolean begins(K key) {
    current.add(key);
    return !last.contains(key);
  }

  /** Ends a look: what it did not see is over. */
  public void endLook() {
    last.clear();
    last.addAll(current);
    current.clear();
  }

  /** Begins anew. */
  public void forget() {
    last.clear();
    current.clear();
  }
}
