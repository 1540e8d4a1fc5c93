package dev.watershed.workload.store;

import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Windows of one server, source and span that become one.
 *
 * @param level of the window they become
 * @param start of that window
 * @param members at least one; their order does not matter
 */
record CompactionGroup(WindowLevel level, Instant start, List<LiveWindow> members) {

  /** Whether there is something to gain: at least one window that is finer than the result. */
  boolean worthwhile() {
    return members.stream().anyMatch(member -> member.name().level() != level);
  }

  /**
   * Whether no table of the window they become has more rows than some. Hours have no minutes in
   * common; their statements stay apart as long as the hours do, and are few where they do not.
   */
  boolean fits(long mostRows) {
    long minutes = members.stream().mapToLong(LiveWindow::minuteLatencies).sum();
    long statements =
        level == WindowLevel.HOURS
            ? members.stream().mapToLong(LiveWindow::statementLatencies).sum()
            : 0;
    return minutes <= mostRows && statements <= mostRows;
  }

  /** Those of its windows that are finer than a day, by the hour that they are of. */
  List<CompactionGroup> hours() {
    TreeMap<Instant, List<LiveWindow>> hours = new TreeMap<>();
    for (LiveWindow member : members) {
      if (member.name().level().compareTo(WindowLevel.HOUR) <= 0) {
        hours
            .computeIfAbsent(
                WindowLevel.HOUR.startOf(member.name().start()), hour -> new ArrayList<>())
            .add(member);
      }
    }
    List<CompactionGroup> groups = new ArrayList<>();
    hours.forEach((hour, own) -> groups.add(new CompactionGroup(WindowLevel.HOUR, hour, own)));
    return groups;
  }

  List<StoredWindow> windows() {
    return members.stream().map(LiveWindow::window).toList();
  }

  /** The windows by the hour that they are of. */
  SortedMap<Instant, List<StoredWindow>> byHour() {
    TreeMap<Instant, List<StoredWindow>> hours = new TreeMap<>();
    for (StoredWindow window : windows()) {
      for (int i = 0; i < window.hours(); i++) {
        StoredWindow hour = window.hour(i);
        hours
            .computeIfAbsent(WindowLevel.HOUR.startOf(hour.start()), start -> new ArrayList<>())
            .add(hour);
      }
    }
    return hours;
  }

  /**
   * The header of the window they become.
   *
   * @param known the names of all windows of the server that are or ever were superseded: none of
   *     them must come again, because readers leave them out
   */
  WindowHeader header(Collection<WindowName> known) {
    WindowName first = members.get(0).name();
    LiveWindow last = members.stream().max(Comparator.comparingLong(LiveWindow::run)).orElseThrow();
    TreeSet<WindowName> superseded = new TreeSet<>();
    for (LiveWindow member : members) {
      superseded.add(member.name());
      superseded.addAll(member.header().superseded());
    }
    long sequence =
        Stream.concat(known.stream(), superseded.stream())
                .filter(name -> name.level() == level && name.start().equals(start))
                .filter(name -> name.source().equals(first.source()))
                .mapToLong(WindowName::sequence)
                .max()
                .orElse(-1)
            + 1;
    Seal seal = last.header().seal();
    return new WindowHeader(
        new WindowName(first.server(), first.source(), level, start, sequence),
        members.stream()
            .map(member -> member.header().observedFrom())
            .min(Comparator.naturalOrder())
            .orElseThrow(),
        members.stream()
            .map(member -> member.header().observedUntil())
            .max(Comparator.naturalOrder())
            .orElseThrow(),
        last.header().collectorVersion(),
        new Seal(seal.run(), 0, 1, seal.cursor()),
        List.copyOf(superseded));
  }
}
