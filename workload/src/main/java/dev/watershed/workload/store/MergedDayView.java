package dev.watershed.workload.store;

import dev.watershed.workload.store.file.ReadOnlyFiles;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.window.ServerFolder;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A store to read from, with merged windows in the place of those that they are made of. Where a
 * collector or a compaction changed the windows of a day since, that day is shown as it is.
 */
final class MergedDayView extends ReadOnlyFiles {

  private static final String WINDOWS = WindowFiles.FOLDER + "/";

  private final StoreFiles files;
  private final Map<ServerDay, Day> days;
  private final Map<String, ByteBuffer> made = new HashMap<>();

  /**
   * A merged day.
   *
   * @param names of the files that the day had when it was merged
   * @param windows made of them
   */
  record Day(Set<String> names, List<SpanMerge> windows) {

    Day {
      names = Set.copyOf(names);
      windows = List.copyOf(windows);
    }
  }

  MergedDayView(StoreFiles files, Map<ServerDay, Day> days) {
    super("is shown to readers of a span: nothing can be written into it");
    this.files = files;
    this.days = Map.copyOf(days);
    days.values().forEach(day -> day.windows().forEach(one -> made.put(one.path(), one.file())));
  }

  @Override
  public String location() {
    return files.location();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    List<String> names = files.list(folder);
    if (!folder.startsWith(WINDOWS)) {
      return names;
    }
    String server = ServerFolder.serverOf(folder.substring(WINDOWS.length()));
    List<WindowName> windows =
        names.stream().flatMap(name -> WindowName.of(server, name).stream()).toList();
    TreeSet<String> shown = new TreeSet<>(names);
    MergedDayFiles.byDay(server, windows)
        .forEach(
            (day, present) -> {
              Day merged = days.get(day);
              if (merged != null && merged.names().equals(MergedDayFiles.fileNames(present))) {
                for (SpanMerge window : merged.windows()) {
                  window.instead().forEach(path -> shown.remove(inFolder(path)));
                  shown.add(inFolder(window.path()));
                }
              }
            });
    return List.copyOf(shown);
  }

  private static String inFolder(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    ByteBuffer merged = made.get(name);
    return merged == null ? files.map(name) : merged.duplicate();
  }
}
