package dev.watershed.workload.store;

import dev.watershed.workload.store.catalog.CatalogReader;
import dev.watershed.workload.store.catalog.CatalogWindow;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowEncoder;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes few large windows of many small ones, and deletes what is too old.
 *
 * <p>The order of steps keeps every event counted exactly once at any point: a window is written
 * that lists those it supersedes, which takes these out of count in the same moment; only then they
 * are deleted, the finest first, so that none comes back into count when the one that lists it is
 * superseded and deleted in turn.
 */
final class Compactor {

  private static final int MOST_TEXT_SEGMENTS = 16;
  private static final WindowFilter CATALOGS = CatalogFiles.filter(Set.of(), Instant.MAX);

  private final StoreFiles files;
  private final TextFiles texts;
  private final TextFiles objects;
  private final CompactionPolicy policy;
  private final CompactionGroups groups;
  private final List<SkippedFile> skipped = new ArrayList<>();
  private final List<SkippedFile> discarded = new ArrayList<>();
  private final Set<TextId> wantedTexts = new HashSet<>();
  private final Set<TextId> wantedObjects = new HashSet<>();
  private boolean allObjectsKnown = true;
  private int merged;
  private int written;
  private int expired;

  Compactor(
      StoreFiles files, TextFiles texts, TextFiles objects, CompactionPolicy policy, Instant now) {
    this.files = files;
    this.texts = texts;
    this.objects = objects;
    this.policy = policy;
    this.groups = new CompactionGroups(policy, now, TableWriter.MOST_ROWS);
  }

  CompactionReport run() throws IOException {
    WindowFiles windows = new WindowFiles(files);
    for (String server : windows.servers()) {
      for (WindowFilter filter : List.of(WindowFilter.ALL, CATALOGS)) {
        WindowFiles.ServerWindows all = windows.openWithSuperseded(server, filter);
        skipped.addAll(all.skipped());
        deleteSuperseded(server, windows.names(server), all.superseded());
        compact(server, all);
      }
      deleteDamaged(server);
    }
    collect(texts, wantedTexts, true);
    collect(objects, wantedObjects, allObjectsKnown);
    return new CompactionReport(merged, written, expired, skipped, discarded);
  }

  private void compact(String server, WindowFiles.ServerWindows all) throws IOException {
    TreeMap<String, List<LiveWindow>> bySource = new TreeMap<>();
    Set<WindowName> known = new HashSet<>(all.superseded());
    known.addAll(new WindowFiles(files).names(server));
    try (ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : all.live()) {
        try {
          window.verify();
          want(window, memory);
          bySource
              .computeIfAbsent(window.name().source(), source -> new ArrayList<>())
              .add(LiveWindow.read(window, memory));
        } catch (UnreadableFileException damaged) {
          skipped.add(SkippedFile.of(WindowFiles.pathOf(window.name()), damaged));
        }
      }
    }
    for (List<LiveWindow> windows : bySource.values()) {
      for (CompactionGroup group : groups.of(windows)) {
        merge(group, known);
      }
      expire(windows);
    }
  }

  private void want(StoredWindow window, ColumnMemory memory) throws UnreadableFileException {
    if (isCatalog(window.name())) {
      allObjectsKnown &=
          CatalogReader.references(CatalogWindow.read(window, memory), objects, wantedObjects::add);
    } else {
      window.textIds(memory, wantedTexts::add);
    }
  }

  private static boolean isCatalog(WindowName name) {
    return name.source().equals(WindowSource.CATALOG);
  }

  private void merge(CompactionGroup group, Collection<WindowName> known) throws IOException {
    WindowHeader header = group.header(known);
    String path = WindowFiles.pathOf(header.name());
    Optional<List<ByteBuffer>> file =
        isCatalog(header.name()) ? Optional.of(lastCatalog(group, header)) : load(group, header);
    if (file.isEmpty()) {
      return;
    }
    files.put(path, file.get());
    StoredWindow.open(header.name(), files.map(path)).verify();
    known.add(header.name());
    merged += group.members().size();
    written++;
    deleteAll(header.superseded());
  }

  /** Of catalogs, the last one stays. */
  private static List<ByteBuffer> lastCatalog(CompactionGroup group, WindowHeader header)
      throws UnreadableFileException {
    LiveWindow last =
        group.members().stream().max(Comparator.comparingLong(LiveWindow::run)).orElseThrow();
    try (ColumnMemory memory = new ColumnMemory()) {
      return CatalogWindow.encode(header, CatalogWindow.read(last.window(), memory));
    }
  }

  /** A group stays as it is if a window of it makes no sense, or texts of it cannot be read. */
  private Optional<List<ByteBuffer>> load(CompactionGroup group, WindowHeader header)
      throws IOException {
    Optional<WindowEncoder.Encoded> window =
        new GroupEncoder(texts, policy).encode(group, header, skipped::add);
    if (window.isPresent()) {
      texts.put(window.get().texts());
      wantedTexts.addAll(window.get().texts().keySet());
    }
    return window.map(WindowEncoder.Encoded::file);
  }

  private void expire(List<LiveWindow> windows) throws IOException {
    long last = windows.stream().mapToLong(LiveWindow::run).max().orElse(0);
    List<WindowName> old = new ArrayList<>();
    for (LiveWindow window : windows) {
      // The last run's cursor says where to continue, however old it is.
      if (groups.expires(window) && window.run() < last) {
        old.add(window.name());
      }
    }
    deleteAll(old);
    expired += old.size();
  }

  private void deleteSuperseded(String server, List<WindowName> present, Set<WindowName> superseded)
      throws IOException {
    List<WindowName> left = present.stream().filter(superseded::contains).toList();
    deleteAll(left);
    files.deleteUnfinished(WindowFiles.folderOf(server));
  }

  /**
   * Deletes what nobody can read any more and would be deleted anyway: the name tells its span.
   * What a newer version wrote is that one's to delete, and a window of which only texts are
   * missing expires like others.
   */
  private void deleteDamaged(String server) throws IOException {
    Map<String, WindowName> names = new HashMap<>();
    for (WindowName name : new WindowFiles(files).names(server)) {
      if (groups.expires(name)) {
        names.put(WindowFiles.pathOf(name), name);
      }
    }
    List<SkippedFile> damaged =
        skipped.stream()
            .filter(file -> file.problem() != FileProblem.NEWER)
            .filter(file -> file.problem() != FileProblem.INCOMPLETE)
            .filter(file -> names.containsKey(file.file()))
            .toList();
    deleteAll(damaged.stream().map(file -> names.get(file.file())).toList());
    skipped.removeAll(damaged);
    discarded.addAll(damaged);
  }

  /** Deletes windows, the finest first, each level durably before the next. */
  private void deleteAll(Collection<WindowName> names) throws IOException {
    for (WindowLevel level : WindowLevel.values()) {
      TreeSet<String> folders = new TreeSet<>();
      for (WindowName name : names) {
        if (name.level() == level) {
          files.delete(WindowFiles.pathOf(name));
          folders.add(WindowFiles.folderOf(name.server()));
        }
      }
      for (String folder : folders) {
        files.settle(folder);
      }
    }
  }

  /** Deletes what no window refers to, if all that they refer to is known. */
  private void collect(TextFiles segments, Set<TextId> wanted, boolean known) throws IOException {
    boolean newer = skipped.stream().anyMatch(file -> file.problem() == FileProblem.NEWER);
    boolean many = segments.segmentCount() > MOST_TEXT_SEGMENTS;
    boolean sparse = segments.textCount() > 2L * wanted.size();
    if (known && !newer && (many || sparse)) {
      segments.retain(wanted);
    }
  }
}
