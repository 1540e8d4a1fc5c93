package dev.watershed.workload.store;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.window.ServerFolder;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the windows of a server that count: those that no other one supersedes. */
final class WindowFiles {

  static final String FOLDER = "windows";

  private static final int MOST_ATTEMPTS = 5;

  private final StoreFiles files;

  WindowFiles(StoreFiles files) {
    this.files = files;
  }

  /**
   * The windows of a server at one moment.
   *
   * @param live those that count
   * @param superseded those listed by another one: if asked for, also those that are gone
   * @param skipped those that cannot be read
   */
  record ServerWindows(
      List<StoredWindow> live, Set<WindowName> superseded, List<SkippedFile> skipped) {}

  static String folderOf(String server) {
    return FOLDER + "/" + ServerFolder.of(server);
  }

  static String pathOf(WindowName name) {
    return folderOf(name.server()) + "/" + name.fileName();
  }

  /** The servers that have a folder. */
  List<String> servers() throws IOException {
    return files.list(FOLDER).stream()
        .filter(ServerFolder::isOne)
        .map(ServerFolder::serverOf)
        .toList();
  }

  /** The names of the windows in a server's folder. */
  List<WindowName> names(String server) throws IOException {
    return files.list(folderOf(server)).stream()
        .flatMap(file -> WindowName.of(server, file).stream())
        .toList();
  }

  /** Those windows of a server that a filter wants and that count. */
  ServerWindows open(String server, WindowFilter filter) throws IOException {
    return open(server, filter, false);
  }

  /** The same, with everything that is superseded by a window that is there. */
  ServerWindows openWithSuperseded(String server, WindowFilter filter) throws IOException {
    return open(server, filter, true);
  }

  /** Opens the windows of all servers that a filter wants, several servers at a time. */
  List<ServerWindows> openAll(WindowFilter filter) throws IOException {
    try {
      return servers().parallelStream()
          .filter(filter::wantsServer)
          .map(
              server -> {
                try {
                  return open(server, filter);
                } catch (IOException failed) {
                  throw new UncheckedIOException(failed);
                }
              })
          .toList();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /**
   * Opens windows. Those that come and go meanwhile are a compaction's: the folder is read again
   * until it stays the same, so that what takes the place of others is seen with them or instead of
   * them, never without.
   */
  private ServerWindows open(String server, WindowFilter filter, boolean all) throws IOException {
    for (int attempt = 1; ; attempt++) {
      List<WindowName> names = names(server).stream().filter(filter::wants).sorted().toList();
      List<SkippedFile> skipped = new ArrayList<>();
      List<WindowName> vanished = new ArrayList<>();
      List<StoredWindow> windows = new ArrayList<>(names.size());
      for (WindowName name : names) {
        openOne(name, windows, skipped, vanished);
      }
      List<WindowName> after = names(server).stream().filter(filter::wants).sorted().toList();
      if (after.equals(names) || attempt == MOST_ATTEMPTS) {
        Set<WindowName> superseded = new HashSet<>();
        List<StoredWindow> readable =
            resolve(windows, all ? Set.copyOf(names) : overlapping(names), superseded, skipped);
        vanished.removeAll(superseded);
        for (WindowName name : vanished) {
          skipped.add(
              new SkippedFile(
                  pathOf(name), FileProblem.VANISHED, FileProblem.VANISHED.description()));
        }
        List<StoredWindow> live =
            readable.stream().filter(window -> !superseded.contains(window.name())).toList();
        return new ServerWindows(live, superseded, skipped);
      }
    }
  }

  private void openOne(
      WindowName name,
      List<StoredWindow> windows,
      List<SkippedFile> skipped,
      List<WindowName> vanished)
      throws IOException {
    try {
      windows.add(StoredWindow.open(name, files.map(pathOf(name))));
    } catch (NoSuchFileException gone) {
      vanished.add(name);
    } catch (UnreadableFileException damaged) {
      skipped.add(SkippedFile.of(pathOf(name), damaged));
    }
  }

  /** The windows that may supersede another one that is there: those with one in their span. */
  private static Set<WindowName> overlapping(List<WindowName> names) {
    Map<String, TreeMap<Instant, Integer>> starts = new HashMap<>();
    for (WindowName name : names) {
      starts
          .computeIfAbsent(name.source(), source -> new TreeMap<>())
          .merge(name.start(), 1, Integer::sum);
    }
    Set<WindowName> overlapping = new HashSet<>();
    for (WindowName name : names) {
      TreeMap<Instant, Integer> own = starts.get(name.source());
      Instant next = own.higherKey(name.start());
      if (own.get(name.start()) > 1 || next != null && next.isBefore(name.end())) {
        overlapping.add(name);
      }
    }
    return overlapping;
  }

  /** Fills in what is superseded; returns the windows whose list of these is whole. */
  private static List<StoredWindow> resolve(
      List<StoredWindow> windows,
      Set<WindowName> asked,
      Set<WindowName> superseded,
      List<SkippedFile> skipped) {
    List<StoredWindow> readable = new ArrayList<>(windows.size());
    try (ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : windows) {
        WindowName name = window.name();
        try {
          if (name.level() != WindowLevel.SLOT && asked.contains(name)) {
            // One that is damaged must not put others out of count.
            window.verify();
            superseded.addAll(window.superseded(memory));
          }
          readable.add(window);
        } catch (UnreadableFileException damaged) {
          skipped.add(SkippedFile.of(pathOf(name), damaged));
        }
      }
    }
    return readable;
  }
}
