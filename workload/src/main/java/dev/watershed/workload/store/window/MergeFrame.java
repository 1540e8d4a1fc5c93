package dev.watershed.workload.store.window;

import dev.watershed.workload.KeptHashes;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.Decoding;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * What has to be known of all windows before the first row of any is added, so that the result does
 * not depend on their order.
 *
 * @param windows those that are whole, in the order of their names
 * @param kept which keys stayed in each of them
 * @param slotMinutes the widest row of minutes
 * @param paths the files that they name, sorted
 */
record MergeFrame(
    List<StoredWindow> windows, List<KeptHashes> kept, int slotMinutes, List<String> paths) {

  private static final Comparator<StoredWindow> ORDER =
      Comparator.comparing(StoredWindow::name).thenComparing(StoredWindow::start);

  /** What one window says; empty where it is damaged. */
  private record Said(List<HeaderTable.Visibility> visibilities, List<String> paths) {}

  static MergeFrame of(
      List<StoredWindow> windows, BiConsumer<WindowName, UnreadableFileException> skipped) {
    List<StoredWindow> ordered = windows.stream().sorted(ORDER).toList();
    Map<WindowName, UnreadableFileException> damaged = new ConcurrentHashMap<>();
    List<Optional<Said>> said =
        ordered.parallelStream().map(window -> read(window, damaged)).toList();
    new TreeMap<>(damaged).forEach(skipped);
    List<StoredWindow> whole = new ArrayList<>(ordered.size());
    List<KeptHashes> kept = new ArrayList<>();
    TreeSet<String> paths = new TreeSet<>();
    int slotMinutes = 1;
    for (int i = 0; i < ordered.size(); i++) {
      if (said.get(i).isPresent()) {
        whole.add(ordered.get(i));
        paths.addAll(said.get(i).get().paths());
        for (HeaderTable.Visibility visibility : said.get(i).get().visibilities()) {
          slotMinutes = Math.max(slotMinutes, visibility.slotMinutes());
          if (!visibility.kept().equals(KeptHashes.ALL)) {
            kept.add(visibility.kept());
          }
        }
      }
    }
    return new MergeFrame(whole, kept, slotMinutes, List.copyOf(paths));
  }

  private static Optional<Said> read(
      StoredWindow window, Map<WindowName, UnreadableFileException> damaged) {
    try (ColumnMemory memory = new ColumnMemory()) {
      window.verify();
      return Optional.of(
          Decoding.of(
              () -> new Said(window.visibilities(memory), WindowRows.paths(window, memory))));
    } catch (UnreadableFileException unreadable) {
      damaged.put(window.name(), unreadable);
      return Optional.empty();
    }
  }

  /** A builder that lumps what any of the windows lumped. */
  WorkloadBuilder newBuilder(WorkloadBounds bounds) {
    WorkloadBuilder builder = new WorkloadBuilder(bounds);
    kept.forEach(builder::lump);
    builder.widenMinutes(slotMinutes);
    return builder;
  }

  /** The position of a path. */
  int file(String path) {
    return Collections.binarySearch(paths, path);
  }
}
