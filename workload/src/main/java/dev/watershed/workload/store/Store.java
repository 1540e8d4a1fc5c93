package dev.watershed.workload.store;

import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextFolder;
import dev.watershed.workload.store.window.StoredWindow;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store to read from. Reading needs no lock and never waits for a writer. */
public final class Store {

  /** The file that says that a folder is a store. */
  public static final String FORMAT_FILE = StoreFormat.FILE;

  private final StoreFiles files;

  private Store(StoreFiles files) {
    this.files = files;
  }

  /**
   * Opens a store.
   *
   * @throws IOException if there is none, or one that a newer version wrote
   */
  public static Store open(StoreFiles files) throws IOException {
    StoreFormat.check(files);
    return new Store(files);
  }

  /** What {@link #FORMAT_FILE} holds in a store of this version. */
  public static byte[] formatContent() {
    return StoreFormat.content();
  }

  /** The windows that count now. */
  public StoreSnapshot snapshot(WindowFilter filter) throws IOException {
    return snapshot(files, filter);
  }

  /**
   * The same for what sums windows of a span: those of whole days may be merged, each hour still by
   * itself, by whoever reads for this store ({@link StoreFiles#forSpan}).
   */
  public StoreSnapshot summed(WindowFilter filter) throws IOException {
    return snapshot(files.forSpan(filter.servers(), filter.from(), filter.until()), filter);
  }

  private StoreSnapshot snapshot(StoreFiles span, WindowFilter filter) throws IOException {
    List<StoredWindow> windows = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    for (WindowFiles.ServerWindows server : new WindowFiles(span).openAll(filter)) {
      for (StoredWindow window : server.live()) {
        window.between(filter.from(), filter.until()).ifPresent(windows::add);
      }
      skipped.addAll(server.skipped());
    }
    windows.sort(Comparator.comparing(StoredWindow::name));
    // After the windows: the texts of a window are there before it is.
    TextFiles texts =
        TextFiles.open(
            files, TextFolder.TEXTS, (name, damaged) -> skipped.add(SkippedFile.of(name, damaged)));
    return new StoreSnapshot(windows, texts, skipped, new CatalogFiles(files), filter);
  }

  /**
   * The newest catalog of each server at a time. Where its window has been compacted since, it is
   * the last of the hour or day.
   *
   * @param servers their names; empty for all
   * @param at catalogs whose window begins at or after this are left out
   */
  public StoredCatalogs catalogs(Set<String> servers, Instant at) throws IOException {
    return new CatalogFiles(files).newest(servers, at);
  }

  /**
   * Since when catalogs show the indexes of servers. One of which no catalog can be read is absent.
   *
   * @param back how far to look back, by server; all catalogs are looked at that are later, and one
   *     that is not
   * @param at as in {@link #catalogs}
   */
  public Map<String, IndexAges> indexAges(Map<String, Instant> back, Instant at)
      throws IOException {
    return new CatalogFiles(files).ages(back, at);
  }
}
