package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.LockConflict;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;

/** Services that were seen to wait for row locks of another service, by samples. */
final class LockWaitConflicts {

  private static final double MICROS_PER_SECOND = 1e6;

  private record Key(int waiting, int blocking, String table) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = Integer.compare(waiting, other.waiting);
      order = order != 0 ? order : Integer.compare(blocking, other.blocking);
      return order != 0 ? order : table.compareTo(other.table);
    }
  }

  private LockWaitConflicts() {}

  static List<Finding> findings(CouplingView view) {
    TreeMap<Key, List<LockConflict>> conflicts = new TreeMap<>();
    for (LockConflict each : view.input().lockConflicts()) {
      if (each.waiting() != each.blocking()
          && view.isService(each.waiting())
          && view.isService(each.blocking())) {
        String table =
            each.table().isPresent() ? view.label(each.table().getAsInt()) : "(unknown table)";
        conflicts
            .computeIfAbsent(
                new Key(each.waiting(), each.blocking(), table), key -> new ArrayList<>())
            .add(each);
      }
    }
    if (conflicts.isEmpty()) {
      return List.of();
    }
    LongObjectHashMap<List<Integer>> touchesByDigest = touchesByDigest(view.input());
    List<Finding> findings = new ArrayList<>();
    conflicts.forEach((key, waits) -> findings.add(finding(view, key, waits, touchesByDigest)));
    return findings;
  }

  private static LongObjectHashMap<List<Integer>> touchesByDigest(CouplingInput input) {
    LongObjectHashMap<List<Integer>> touches = new LongObjectHashMap<>();
    for (int row = 0; row < input.touches().size(); row++) {
      touches
          .getIfAbsentPut(
              input.statements().get(input.touches().statement(row)).digest(), ArrayList::new)
          .add(row);
    }
    return touches;
  }

  private static Finding finding(
      CouplingView view,
      Key key,
      List<LockConflict> waits,
      LongObjectHashMap<List<Integer>> touchesByDigest) {
    String waiting = view.party(key.waiting());
    String blocking = view.party(key.blocking());
    FindingMaker finding =
        new FindingMaker(view, FindingKind.LOCK_WAIT, List.of(waiting, blocking, key.table()))
            .party(key.waiting())
            .party(key.blocking());
    double seconds = 0;
    double perSecond = 0;
    TreeSet<Integer> touches = new TreeSet<>();
    for (LockConflict each : waits) {
      each.table().ifPresent(finding::table);
      seconds += each.waitedMicros() / MICROS_PER_SECOND;
      perSecond += each.waitedMicros() / MICROS_PER_SECOND / view.input().secondsOf(each.dataSet());
      add(view, each.waitingDigest(), key.waiting(), touchesByDigest, touches);
      add(view, each.blockingDigest(), key.blocking(), touchesByDigest, touches);
    }
    finding.touches(touches);
    return finding.make(
        perSecond,
        Saying.of(
            "lock-wait.waited",
            "{0} waited {1} s for row locks of {2} on {3}, by samples",
            waiting,
            String.format(Locale.ROOT, "%.1f", seconds),
            blocking,
            key.table()));
  }

  private static void add(
      CouplingView view,
      long digest,
      int party,
      LongObjectHashMap<List<Integer>> touchesByDigest,
      TreeSet<Integer> touches) {
    touchesByDigest.getIfAbsent(digest, List::of).stream()
        .filter(row -> view.input().touches().party(row) == party)
        .forEach(touches::add);
  }
}
