package dev.watershed.workload.store;

import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which windows of one server and source become one, by their age.
 *
 * <p>The last run, where the next one continues, stays where {@link ProgressSearch} finds it
 * without opening the history: its last window is merged only into one that begins last.
 *
 * @param mostRows that a table may have: a day that would have more stays in hours
 */
record CompactionGroups(CompactionPolicy policy, Instant now, long mostRows) {

  /** The groups, in the order of their starts. */
  List<CompactionGroup> of(List<LiveWindow> windows) {
    return of(
        windows, Progress.of(windows.stream().map(LiveWindow::header).toList()).lastDoneRun());
  }

  /** The groups if nothing continues from these windows. */
  List<CompactionGroup> ofAll(List<LiveWindow> windows) {
    return of(windows, Long.MAX_VALUE);
  }

  private List<CompactionGroup> of(List<LiveWindow> windows, long done) {
    EnumMap<WindowLevel, TreeMap<Instant, List<LiveWindow>>> groups =
        new EnumMap<>(WindowLevel.class);
    for (LiveWindow window : windows) {
      // A part of a run that is not whole may have to be put again under its own name.
      if (window.run() <= done) {
        levelFor(window)
            .ifPresent(
                level ->
                    groups
                        .computeIfAbsent(level, key -> new TreeMap<>())
                        .computeIfAbsent(
                            level.startOf(window.name().start()), start -> new ArrayList<>())
                        .add(window));
      }
    }
    List<CompactionGroup> worthwhile = new ArrayList<>();
    groups.forEach(
        (level, byStart) ->
            byStart.forEach(
                (start, own) ->
                    worthwhile.addAll(fitting(new CompactionGroup(level, start, own)))));
    worthwhile.removeIf(group -> !group.worthwhile() || expires(group.members()));
    worthwhile.removeIf(group -> hides(group, windows, done));
    // The one that begins last may hold the last run: until then that stays in its slots.
    worthwhile.sort(Comparator.comparing(CompactionGroup::start));
    return worthwhile;
  }

  private List<CompactionGroup> fitting(CompactionGroup group) {
    return group.fits(mostRows) ? List.of(group) : group.hours();
  }

  /** What a window is to become by its age; its own level if it stays, but may take in others. */
  private Optional<WindowLevel> levelFor(LiveWindow window) {
    WindowName name = window.name();
    Instant dayEnd = WindowLevel.DAY.startOf(name.start()).plus(WindowLevel.DAY.length());
    Instant hourEnd = WindowLevel.HOUR.startOf(name.start()).plus(WindowLevel.HOUR.length());
    if (old(dayEnd, policy.hours())) {
      return Optional.of(WindowLevel.DAY);
    }
    if (name.level() == WindowLevel.DAY) {
      return Optional.empty();
    }
    boolean catalog = name.source().equals(WindowSource.CATALOG);
    boolean load = !catalog && !window.window().hasObservations();
    if (load && old(dayEnd, policy.slots())) {
      return Optional.of(WindowLevel.HOURS);
    }
    boolean hour = name.level() != WindowLevel.HOURS && old(hourEnd, policy.slots());
    return hour ? Optional.of(WindowLevel.HOUR) : Optional.empty();
  }

  /** Whether the last window of the last run would get behind others that begin later. */
  private static boolean hides(CompactionGroup group, List<LiveWindow> windows, long done) {
    Optional<LiveWindow> last =
        windows.stream()
            .filter(window -> window.run() == done)
            .max(Comparator.comparing(LiveWindow::name));
    Instant end = group.start().plus(group.level().length());
    return last.filter(group.members()::contains).isPresent()
        && windows.stream().anyMatch(window -> !window.name().start().isBefore(end));
  }

  private boolean expires(List<LiveWindow> windows) {
    return windows.stream().allMatch(this::expires);
  }

  /** Whether a window is too old to stay. */
  boolean expires(LiveWindow window) {
    return expires(window.name());
  }

  /** Likewise, by its name alone. */
  boolean expires(WindowName name) {
    return old(name.end(), policy.days());
  }

  private boolean old(Instant end, Duration age) {
    return !end.plus(age).isAfter(now);
  }
}
