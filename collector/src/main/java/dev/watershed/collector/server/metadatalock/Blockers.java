package dev.watershed.collector.server.metadatalock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who holds up whom, from the metadata locks of the objects that somebody waits for. */
final class Blockers {

  private Blockers() {}

  /**
   * For each lock that is waited for, those of others that it waits for, one for each of them:
   * locks held that exclude it; where there are none, locks that others wait for and that exclude
   * it, for those go first.
   */
  static Map<MetadataLock, List<MetadataLock>> of(List<MetadataLock> locks) {
    Map<MetadataLock, List<MetadataLock>> blockers = new LinkedHashMap<>();
    for (MetadataLock waiting : locks) {
      if (!waiting.granted()) {
        List<MetadataLock> held = excluding(waiting, locks, true);
        blockers.put(waiting, held.isEmpty() ? excluding(waiting, locks, false) : held);
      }
    }
    return blockers;
  }

  private static List<MetadataLock> excluding(
      MetadataLock waiting, List<MetadataLock> locks, boolean granted) {
    Map<Long, MetadataLock> byThread = new LinkedHashMap<>();
    locks.stream()
        .filter(other -> other.granted() == granted && other.thread() != waiting.thread())
        .filter(other -> other.on().equals(waiting.on()))
        .filter(other -> LockConflicts.exclude(waiting.lockType(), other.lockType()))
        .forEach(other -> byThread.putIfAbsent(other.thread(), other));
    return List.copyOf(byThread.values());
  }
}
