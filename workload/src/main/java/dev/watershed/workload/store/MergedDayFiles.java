package dev.watershed.workload.store;

import dev.watershed.workload.store.file.ForwardingFiles;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A store of whose days somebody else merges the windows before they are read. Days that lie in the
 * span of a reader only in part are read as they are, and so is what takes a day or less: there the
 * slots of an hour may matter.
 */
public final class MergedDayFiles extends ForwardingFiles {

  private final StoreFiles files;
  private final Merger merger;
  private final Map<ServerDay, MergedDayView.Day> merged = new HashMap<>();

  /** Merges days; the same windows as {@link SpanMerge#of} of each. */
  @FunctionalInterface
  public interface Merger {
    Map<ServerDay, List<SpanMerge>> merge(List<ServerDay> days) throws IOException;
  }

  /**
   * @param files the store
   */
  public MergedDayFiles(StoreFiles files, Merger merger) {
    super(files);
    this.files = files;
    this.merger = merger;
  }

  @Override
  public synchronized StoreFiles forSpan(Set<String> servers, Instant from, Instant until)
      throws IOException {
    WindowFilter filter = new WindowFilter(servers, Set.of(), from, until);
    WindowFiles windows = new WindowFiles(files);
    List<WindowName> wanted = new ArrayList<>();
    Map<ServerDay, List<WindowName>> inside = new HashMap<>();
    for (String server : windows.servers()) {
      List<WindowName> all = windows.names(server);
      all.stream().filter(filter::wants).forEach(wanted::add);
      if (filter.wantsServer(server)) {
        inside.putAll(byDay(server, all));
      }
    }
    inside.keySet().removeIf(day -> day.day().isBefore(from) || day.end().isAfter(until));
    return isShort(wanted) ? files : view(inside);
  }

  private StoreFiles view(Map<ServerDay, List<WindowName>> days) throws IOException {
    List<ServerDay> asked = new ArrayList<>();
    days.forEach(
        (day, names) -> {
          MergedDayView.Day known = merged.get(day);
          if (isFine(names) && (known == null || !known.names().equals(fileNames(names)))) {
            asked.add(day);
          }
        });
    if (!asked.isEmpty()) {
      merger
          .merge(asked)
          .forEach(
              (day, made) ->
                  merged.put(day, new MergedDayView.Day(fileNames(days.get(day)), made)));
    }
    Map<ServerDay, MergedDayView.Day> shown = new HashMap<>(merged);
    shown.keySet().retainAll(days.keySet());
    return new MergedDayView(files, shown);
  }

  private static boolean isShort(List<WindowName> names) {
    Optional<Instant> first = names.stream().map(WindowName::start).min(Instant::compareTo);
    Optional<Instant> last = names.stream().map(WindowName::end).max(Instant::compareTo);
    return first.isEmpty()
        || Duration.between(first.get(), last.orElseThrow()).compareTo(WindowLevel.DAY.length())
            <= 0;
  }

  /** Whether there is something to merge. */
  private static boolean isFine(List<WindowName> names) {
    return names.stream()
            .filter(name -> name.level().length().compareTo(WindowLevel.HOURS.length()) < 0)
            .count()
        > 1;
  }

  /** The windows of a server by the days that they begin in. */
  static Map<ServerDay, List<WindowName>> byDay(String server, List<WindowName> names) {
    Map<ServerDay, List<WindowName>> days = new TreeMap<>(Comparator.comparing(ServerDay::day));
    for (WindowName name : names) {
      days.computeIfAbsent(
              new ServerDay(server, WindowLevel.DAY.startOf(name.start())),
              day -> new ArrayList<>())
          .add(name);
    }
    return days;
  }

  static TreeSet<String> fileNames(List<WindowName> names) {
    TreeSet<String> files = new TreeSet<>();
    names.forEach(name -> files.add(name.fileName()));
    return files;
  }
}
