package dev.watershed.workload.store;

import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoredFile;
import dev.watershed.workload.store.window.ServerFolder;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

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
   * @param superseded those listed by another one, whether they are still there or not
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
        .filter(StoredFile::folder)
        .map(folder -> ServerFolder.serverOf(folder.name()))
        .toList();
  }

  /** The names of the windows in a server's folder. */
  List<WindowName> names(String server) throws IOException {
    return files.list(folderOf(server)).stream()
        .filter(file -> !file.folder())
        .flatMap(file -> WindowName.of(server, file.name()).stream())
        .toList();
  }

  /**
   * Opens the windows that a filter wants. A window that vanishes meanwhile was superseded or
   * expired: the folder is listed again, so that the one that took its place is found.
   */
  ServerWindows open(String server, WindowFilter filter) throws IOException {
    for (int attempt = 1; ; attempt++) {
      List<SkippedFile> skipped = new ArrayList<>();
      List<WindowName> vanished = new ArrayList<>();
      List<StoredWindow> windows = new ArrayList<>();
      for (WindowName name : names(server)) {
        if (filter.wants(name)) {
          openOne(name, windows, skipped, vanished);
        }
      }
      Set<WindowName> superseded = new HashSet<>();
      List<StoredWindow> readable = resolve(windows, superseded, skipped);
      vanished.removeAll(superseded);
      if (vanished.isEmpty() || attempt == MOST_ATTEMPTS) {
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

  /** Fills in what is superseded; returns the windows whose list of these is whole. */
  private static List<StoredWindow> resolve(
      List<StoredWindow> windows, Set<WindowName> superseded, List<SkippedFile> skipped) {
    List<StoredWindow> readable = new ArrayList<>(windows.size());
    try (BufferAllocator allocator = new RootAllocator()) {
      for (StoredWindow window : windows) {
        try {
          if (window.name().level() != WindowLevel.SLOT) {
            // One that is damaged must not put others out of count.
            window.verify();
            superseded.addAll(window.superseded(allocator));
          }
          readable.add(window);
        } catch (UnreadableFileException damaged) {
          skipped.add(SkippedFile.of(pathOf(window.name()), damaged));
        }
      }
    }
    return readable;
  }

  /** Opens the windows of all servers that a filter wants. */
  Stream<ServerWindows> openAll(WindowFilter filter) throws IOException {
    List<ServerWindows> all = new ArrayList<>();
    for (String server : servers()) {
      if (filter.wantsServer(server)) {
        all.add(open(server, filter));
      }
    }
    return all.stream();
  }
}
