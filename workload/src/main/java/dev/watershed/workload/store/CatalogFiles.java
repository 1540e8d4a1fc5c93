package dev.watershed.workload.store;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.store.catalog.CatalogManifest;
import dev.watershed.workload.store.catalog.CatalogReader;
import dev.watershed.workload.store.catalog.CatalogWindow;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextFolder;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the newest catalogs. */
final class CatalogFiles {

  private static final int MOST_ATTEMPTS = 5;
  private static final int MOST_NAMED = 3;

  /** A window and what it says. */
  private record Manifest(WindowName window, CatalogManifest content) {}

  private final StoreFiles files;

  CatalogFiles(StoreFiles files) {
    this.files = files;
  }

  /** A filter for the catalogs of servers, all of them if none is named. */
  static WindowFilter filter(Set<String> servers, Instant until) {
    return new WindowFilter(servers, Set.of(WindowSource.CATALOG), Instant.MIN, until);
  }

  /**
   * The newest catalog of each server whose window begins before {@code until}. An older one may
   * lose its objects to a compaction between two steps of reading: then everything is read again.
   */
  StoredCatalogs newest(Set<String> servers, Instant until) throws IOException {
    for (int attempt = 1; ; attempt++) {
      List<SkippedFile> skipped = new ArrayList<>();
      List<Manifest> manifests = manifests(filter(servers, until), skipped);
      List<StoredCatalog> catalogs = new ArrayList<>();
      boolean lacking = false;
      try (TextFiles objects =
          TextFiles.open(
              files,
              TextFolder.CATALOG,
              (name, damaged) -> skipped.add(SkippedFile.of(name, damaged)))) {
        for (Manifest manifest : manifests) {
          CatalogReader.Read read = CatalogReader.read(manifest.content(), objects);
          lacking |= read.lacksObjects();
          if (!read.unreadable().isEmpty()) {
            skipped.add(incomplete(manifest.window(), read.unreadable()));
          }
          catalogs.add(new StoredCatalog(manifest.window().server(), read.catalog()));
        }
      }
      if (!lacking || attempt == MOST_ATTEMPTS) {
        return new StoredCatalogs(catalogs, skipped);
      }
    }
  }

  /** Since when catalogs show indexes, as {@link Store#indexAges} says. */
  Map<String, IndexAges> ages(Map<String, Instant> back, Instant until) throws IOException {
    Map<String, IndexAges> ages = new HashMap<>();
    if (back.isEmpty()) {
      return ages;
    }
    List<WindowFiles.ServerWindows> servers =
        new WindowFiles(files).openAll(filter(back.keySet(), until));
    try (ColumnMemory memory = new ColumnMemory();
        TextFiles objects = TextFiles.open(files, TextFolder.CATALOG, (name, damaged) -> {})) {
      for (WindowFiles.ServerWindows server : servers) {
        List<LiveWindow> byRun = byRun(server.live(), memory, new ArrayList<>());
        if (!byRun.isEmpty()) {
          String name = byRun.get(0).name().server();
          ages.put(name, ages(byRun, back.get(name), memory, objects));
        }
      }
    }
    return ages;
  }

  private static IndexAges ages(
      List<LiveWindow> byRun, Instant back, ColumnMemory memory, TextFiles objects) {
    CatalogHistory history = new CatalogHistory(objects);
    for (LiveWindow window : byRun) {
      try {
        CatalogManifest manifest = CatalogWindow.readDefinitions(window.window(), memory);
        history.add(manifest);
        if (!manifest.takenAt().isAfter(back)) {
          break;
        }
      } catch (UnreadableFileException damaged) {
        // Those around it tell what they show, and whoever needs this one names it.
        continue;
      }
    }
    return history.ages();
  }

  /** The newest catalog of a server, if it is there with all its objects. */
  Optional<Catalog> whole(String server, TextFiles objects) throws IOException {
    return manifests(filter(Set.of(server), Instant.MAX), new ArrayList<>()).stream()
        .map(newest -> CatalogReader.read(newest.content(), objects))
        .filter(read -> read.unreadable().isEmpty())
        .map(CatalogReader.Read::catalog)
        .findFirst();
  }

  private List<Manifest> manifests(WindowFilter filter, List<SkippedFile> skipped)
      throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    try (ColumnMemory memory = new ColumnMemory()) {
      for (WindowFiles.ServerWindows server : new WindowFiles(files).openAll(filter)) {
        skipped.addAll(server.skipped());
        newest(server.live(), memory, skipped).ifPresent(manifests::add);
      }
    }
    manifests.sort(Comparator.comparing(manifest -> manifest.window().server()));
    return manifests;
  }

  /** The last one that was written; of these, the last that is whole. */
  private static Optional<Manifest> newest(
      List<StoredWindow> windows, ColumnMemory memory, List<SkippedFile> skipped) {
    for (LiveWindow window : byRun(windows, memory, skipped)) {
      try {
        return Optional.of(
            new Manifest(window.name(), CatalogWindow.read(window.window(), memory)));
      } catch (UnreadableFileException damaged) {
        skipped.add(SkippedFile.of(window.window(), damaged));
      }
    }
    return Optional.empty();
  }

  /** Those that can be read, the last one that was written first, whatever the clock said. */
  private static List<LiveWindow> byRun(
      List<StoredWindow> windows, ColumnMemory memory, List<SkippedFile> skipped) {
    List<LiveWindow> byRun = new ArrayList<>();
    for (StoredWindow window : windows) {
      try {
        byRun.add(LiveWindow.read(window, memory));
      } catch (UnreadableFileException damaged) {
        skipped.add(SkippedFile.of(window, damaged));
      }
    }
    byRun.sort(Comparator.comparingLong(LiveWindow::run).reversed());
    return byRun;
  }

  private static SkippedFile incomplete(
      WindowName window, List<CatalogReader.Unreadable> unreadable) {
    FileProblem problem =
        unreadable.stream()
            .flatMap(one -> one.problem().stream())
            .map(UnreadableFileException::problem)
            .findFirst()
            .orElse(FileProblem.INCOMPLETE);
    String named =
        unreadable.stream()
            .limit(MOST_NAMED)
            .map(CatalogReader.Unreadable::detail)
            .collect(Collectors.joining("; "));
    int others = unreadable.size() - MOST_NAMED;
    return new SkippedFile(
        WindowFiles.pathOf(window),
        problem,
        "left out of the catalog: " + named + (others > 0 ? "; and " + others + " more" : ""));
  }
}
