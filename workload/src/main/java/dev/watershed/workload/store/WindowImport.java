package dev.watershed.workload.store;

import dev.watershed.workload.store.catalog.CatalogReader;
import dev.watershed.workload.store.catalog.CatalogWindow;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import dev.watershed.workload.store.window.WindowSummaries;
import dev.watershed.workload.store.window.WindowSummary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes the windows of a server that another store has and this one lacks: those of runs behind the
 * last one here, in their order, so that what is there when it is interrupted is what a run until
 * then would have left. A window comes as it is, merged ones in the place of those that they were
 * made of. Where both stores were collected by themselves, nothing is taken: the same executions
 * would count twice.
 */
final class WindowImport {

  /** Puts a window in place. */
  @FunctionalInterface
  interface Target {
    /**
     * Puts what the window refers to in place, then the window.
     *
     * @return whether it was put: it may be there already
     */
    boolean put(
        WindowName name,
        List<ByteBuffer> file,
        Map<TextId, String> texts,
        Map<TextId, String> objects)
        throws IOException;
  }

  private final StoreFiles files;
  private final OtherStore other;
  private final Target target;

  /**
   * @param files of the store that takes
   */
  WindowImport(StoreFiles files, OtherStore other, Target target) {
    this.files = files;
    this.other = other;
    this.target = target;
  }

  /** Takes what there is of a server, source by source. */
  List<TakenSource> take(String server) throws IOException {
    TreeSet<String> sources = new TreeSet<>();
    new WindowFiles(other.files()).names(server).forEach(name -> sources.add(name.source()));
    List<TakenSource> taken = new ArrayList<>();
    for (String source : sources) {
      taken.add(take(server, source));
    }
    return taken;
  }

  private TakenSource take(String server, String source) throws IOException {
    WindowFilter filter =
        new WindowFilter(
            Set.of(server), Set.of(source), WindowFilter.ALL.from(), WindowFilter.ALL.until());
    WindowFiles.ServerWindows theirs =
        new WindowFiles(other.files()).openWithSuperseded(server, filter);
    List<WindowName> own =
        new WindowFiles(files).names(server).stream().filter(filter::wants).toList();
    long last =
        new ProgressSearch(new WindowFiles(files), server, source)
            .find()
            .done()
            .map(seal -> seal.run())
            .orElse(0L);
    Optional<String> stranger = stranger(own, theirs, last);
    if (stranger.isPresent()) {
      return new TakenSource(source, 0, 0, List.of(stranger.get()));
    }
    List<String> failures = new ArrayList<>();
    theirs.skipped().forEach(skipped -> failures.add(skipped.described()));
    return put(source, later(theirs.live(), last, failures), own, failures);
  }

  /** Why the windows of another store do not go on behind the last run of this one. */
  private Optional<String> stranger(
      List<WindowName> own, WindowFiles.ServerWindows theirs, long last) throws IOException {
    if (last == 0 || theirs.live().isEmpty()) {
      return Optional.empty();
    }
    Set<WindowName> live =
        theirs.live().stream().map(StoredWindow::name).collect(Collectors.toSet());
    Set<WindowName> known = new HashSet<>(theirs.superseded());
    known.addAll(live);
    if (known.stream().noneMatch(name -> isSlotOf(name, last))) {
      return Optional.of(
          "nothing was taken: the other store has no window of run "
              + last
              + ", the last one here, so that its windows do not go on behind it");
    }
    for (WindowName slot : own.stream().filter(name -> isSlotOf(name, last)).toList()) {
      if (!known.contains(slot) || live.contains(slot) && !sameBytes(slot)) {
        return Optional.of(
            "nothing was taken: window "
                + slot.fileName()
                + " of the other store is another one than here; both were collected by"
                + " themselves, and the same executions would count twice");
      }
    }
    return Optional.empty();
  }

  private static boolean isSlotOf(WindowName name, long run) {
    return name.level() == WindowLevel.SLOT && name.sequence() == run;
  }

  private boolean sameBytes(WindowName name) throws IOException {
    String path = WindowFiles.pathOf(name);
    return files.map(path).equals(other.files().map(path));
  }

  /** Their windows of runs behind one, in the order of the runs. */
  private static List<LiveWindow> later(
      List<StoredWindow> theirs, long last, List<String> failures) {
    List<LiveWindow> later = new ArrayList<>();
    try (ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : theirs) {
        try {
          window.verify();
          LiveWindow live = LiveWindow.read(window, memory);
          if (live.run() > last) {
            later.add(live);
          }
        } catch (UnreadableFileException damaged) {
          failures.add(SkippedFile.of(window, damaged).described());
        }
      }
    }
    later.sort(Comparator.comparingLong(LiveWindow::run).thenComparing(LiveWindow::name));
    return later;
  }

  private TakenSource put(
      String source, List<LiveWindow> windows, List<WindowName> own, List<String> failures)
      throws IOException {
    List<StoredWindow> taken = new ArrayList<>();
    try (ColumnMemory memory = new ColumnMemory()) {
      for (LiveWindow window : windows) {
        Optional<String> conflict = conflict(window.header(), own, memory);
        if (conflict.isPresent()) {
          failures.add(conflict.get());
          // What comes behind it would be taken for all there is.
          break;
        }
        if (put(window.window(), memory)) {
          taken.add(window.window());
        }
      }
    } catch (UnreadableFileException damaged) {
      failures.add(damaged.getMessage());
    }
    long events =
        source.equals(WindowSource.CATALOG)
            ? 0
            : WindowSummaries.of(taken).stream().mapToLong(WindowSummary::eventsRead).sum();
    return new TakenSource(source, taken.size(), events, failures);
  }

  /** Why a merged window cannot stand beside those that are here. */
  private Optional<String> conflict(WindowHeader window, List<WindowName> own, ColumnMemory memory)
      throws IOException {
    WindowName name = window.name();
    if (name.level() == WindowLevel.SLOT) {
      return Optional.empty();
    }
    Set<WindowName> made = Set.copyOf(window.superseded());
    for (WindowName here : own) {
      boolean merged = here.level() != WindowLevel.SLOT && !made.contains(here);
      if (merged && here.start().isBefore(name.end()) && here.end().isAfter(name.start())) {
        List<WindowName> of =
            StoredWindow.open(here, files.map(WindowFiles.pathOf(here))).superseded(memory);
        if (here.equals(name) || of.contains(name) || of.stream().anyMatch(made::contains)) {
          return Optional.of(
              "window "
                  + name.fileName()
                  + " of the other store was made of windows that this one has in "
                  + here.fileName()
                  + "; take windows before both stores compact them");
        }
      }
    }
    return Optional.empty();
  }

  private boolean put(StoredWindow window, ColumnMemory memory) throws IOException {
    Map<TextId, String> texts = new HashMap<>();
    Map<TextId, String> objects = new HashMap<>();
    if (window.name().source().equals(WindowSource.CATALOG)) {
      CatalogReader.references(
          CatalogWindow.read(window, memory), other.objects(), found(other.objects(), objects));
    } else {
      window.textIds(memory, found(other.texts(), texts));
    }
    ByteBuffer bytes = other.files().map(WindowFiles.pathOf(window.name()));
    return target.put(window.name(), List.of(bytes), texts, objects);
  }

  private static Consumer<TextId> found(TextFiles from, Map<TextId, String> into) {
    return id -> from.find(id).ifPresent(text -> into.put(id, text));
  }
}
