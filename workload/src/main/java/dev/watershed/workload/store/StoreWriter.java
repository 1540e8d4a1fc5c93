package dev.watershed.workload.store;

import dev.watershed.workload.Workload;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.catalog.CatalogEncoder;
import dev.watershed.workload.store.catalog.CatalogWindow;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextFolder;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowEncoder;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one process that writes to a store, until it is closed. What {@link #put} returned from is
 * durable; a process that dies at any point leaves every earlier window as it was. Several threads
 * may put windows at the same time, each those of another source or server.
 */
public final class StoreWriter implements Closeable {

  static final String LOCK = "lock";

  private final StoreFiles files;
  private final StoreLock lock;
  private final TextFiles texts;
  private final KnownWindows known;
  private final TextFiles objects;
  private final List<SkippedFile> skipped = new ArrayList<>();

  private StoreWriter(StoreFiles files, StoreLock lock) throws IOException {
    this.files = files;
    this.lock = lock;
    this.known = new KnownWindows(new WindowFiles(files));
    StoreFormat.ensure(files);
    deleteUnfinished();
    this.texts = TextFiles.open(files, TextFolder.TEXTS, this::skip);
    boolean opened = false;
    try {
      this.objects = TextFiles.open(files, TextFolder.CATALOG, this::skip);
      opened = true;
    } finally {
      if (!opened) {
        texts.close();
      }
    }
  }

  private void skip(String file, UnreadableFileException damaged) {
    skipped.add(SkippedFile.of(file, damaged));
  }

  /**
   * Opens a store for writing, and makes it where there is none.
   *
   * @param holder who writes, in words: what whoever comes next is told
   * @throws dev.watershed.workload.store.file.StoreLockedException if somebody else writes
   */
  public static StoreWriter open(StoreFiles files, String holder) throws IOException {
    StoreLock lock = files.lock(LOCK, holder);
    boolean opened = false;
    try {
      StoreWriter writer = new StoreWriter(files, lock);
      opened = true;
      return writer;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /** The files that could not be read when the store was opened. */
  public List<SkippedFile> skipped() {
    return List.copyOf(skipped);
  }

  /** The names of the servers that have windows. */
  public List<String> servers() throws IOException {
    return new WindowFiles(files).servers();
  }

  /** How far a source has been read. */
  public SourceProgress progress(String server, String source) throws IOException {
    return new ProgressSearch(new WindowFiles(files), server, source).find();
  }

  /**
   * Puts a window of a slot in place. A window of that name that is there already, or was compacted
   * into another one, stays as it is; one that is damaged is replaced.
   *
   * @return whether it was put
   */
  public boolean put(WindowHeader header, Workload workload) throws IOException {
    return put(header, workload, Observations.NONE);
  }

  /** The same, with what was observed beside the statements. */
  public boolean put(WindowHeader header, Workload workload, Observations observations)
      throws IOException {
    requireSlot(header);
    if (isThere(header.name())) {
      return false;
    }
    putNew(header, WindowEncoder.encode(header, workload, observations, Compression.NONE));
    return true;
  }

  /** The same with a window that was encoded elsewhere. */
  public boolean put(WindowHeader header, WindowEncoder.Encoded window) throws IOException {
    requireSlot(header);
    if (isThere(header.name())) {
      return false;
    }
    putNew(header, window);
    return true;
  }

  /** Puts texts in place, all at once, before the windows that need them. */
  public void putTexts(Map<TextId, String> needed) throws IOException {
    synchronized (texts) {
      texts.put(needed);
    }
  }

  private void putNew(WindowHeader header, WindowEncoder.Encoded window) throws IOException {
    put(header.name(), window.file(), () -> putTexts(window.texts()));
  }

  /**
   * Puts the window of a catalog in place, and those of its objects that are not there yet.
   *
   * @param header of the source {@link WindowSource#CATALOG}
   * @return whether it was put
   */
  public boolean put(WindowHeader header, Catalog catalog) throws IOException {
    requireSlot(header);
    if (!header.name().source().equals(WindowSource.CATALOG)) {
      throw new IllegalArgumentException("not the name of a catalog: " + header.name().fileName());
    }
    CatalogEncoder.Encoded encoded = CatalogEncoder.encode(catalog);
    // Also where the window is there: a file that held some of them may be damaged.
    synchronized (objects) {
      objects.put(encoded.objects());
    }
    if (isThere(header.name())) {
      return false;
    }
    put(header.name(), CatalogWindow.encode(header, encoded.manifest()), () -> {});
    return true;
  }

  /** The newest catalog of a server, if it is there with all its objects. */
  public Optional<Catalog> wholeCatalog(String server) throws IOException {
    synchronized (objects) {
      return new CatalogFiles(files).whole(server, objects);
    }
  }

  private interface Step {
    void take() throws IOException;
  }

  /** Puts what a window refers to in place, then the window. */
  private void put(WindowName name, List<ByteBuffer> file, Step before) throws IOException {
    boolean inPlace = false;
    try {
      before.take();
      putInPlace(name, file);
      known.add(name);
      inPlace = true;
    } finally {
      if (!inPlace) {
        known.forget();
      }
    }
  }

  /** Replaces a damaged window; a new one must still be new. */
  private void putInPlace(WindowName name, List<ByteBuffer> file) throws IOException {
    String path = WindowFiles.pathOf(name);
    if (known.around(name).contains(name)) {
      files.put(path, file);
    } else if (!files.putIfAbsent(path, file)) {
      throw new IOException(
          path
              + " was put by another process in the meantime: two of them write to this store;"
              + " nothing was overwritten. Stop one of them");
    }
  }

  private static void requireSlot(WindowHeader header) {
    WindowName name = header.name();
    if (name.level() != WindowLevel.SLOT || name.sequence() != header.seal().run()) {
      throw new IllegalArgumentException(
          "a collector writes slots, numbered by their run: " + name.fileName());
    }
  }

  /**
   * Takes the windows of a server that another store has and this one lacks, source by source
   * ({@link WindowImport}).
   */
  public List<TakenSource> take(OtherStore other, String server) throws IOException {
    return new WindowImport(files, other, this::putTaken).take(server);
  }

  private boolean putTaken(
      WindowName name,
      List<ByteBuffer> file,
      Map<TextId, String> neededTexts,
      Map<TextId, String> neededObjects)
      throws IOException {
    if (isThere(name)) {
      return false;
    }
    put(
        name,
        file,
        () -> {
          putTexts(neededTexts);
          synchronized (objects) {
            objects.put(neededObjects);
          }
        });
    return true;
  }

  /** Merges and deletes what the policy says, as of {@code now}. */
  public CompactionReport compact(CompactionPolicy policy, Instant now) throws IOException {
    try {
      return new Compactor(files, texts, objects, policy, now).run();
    } finally {
      known.forget();
    }
  }

  private boolean isThere(WindowName name) throws IOException {
    List<WindowName> around = known.around(name);
    for (WindowName other : around) {
      if (other.level() != WindowLevel.SLOT && supersedes(other, name)) {
        return true;
      }
    }
    return around.contains(name) && isWhole(name);
  }

  /** Whether a window was made of another one; one that is damaged puts no other out of count. */
  private boolean supersedes(WindowName name, WindowName other) throws IOException {
    try (ColumnMemory memory = new ColumnMemory()) {
      StoredWindow window = StoredWindow.open(name, files.map(WindowFiles.pathOf(name)));
      window.verify();
      return window.superseded(memory).contains(other);
    } catch (NoSuchFileException | UnreadableFileException unknown) {
      return false;
    }
  }

  private boolean isWhole(WindowName name) throws IOException {
    try {
      StoredWindow.open(name, files.map(WindowFiles.pathOf(name))).verify();
      return true;
    } catch (NoSuchFileException absent) {
      return false;
    } catch (UnreadableFileException damaged) {
      if (damaged.problem() == FileProblem.NEWER) {
        throw damaged;
      }
      return false;
    }
  }

  private void deleteUnfinished() throws IOException {
    files.deleteUnfinished("");
    for (TextFolder folder : TextFolder.values()) {
      files.deleteUnfinished(folder.path());
    }
    for (String server : new WindowFiles(files).servers()) {
      files.deleteUnfinished(WindowFiles.folderOf(server));
    }
  }

  @Override
  public void close() throws IOException {
    texts.close();
    objects.close();
    lock.close();
  }
}
