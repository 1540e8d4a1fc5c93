package dev.watershed.workload.store.window;

import dev.watershed.workload.KeptHashes;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
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

  static MergeFrame of(
      List<StoredWindow> windows, BiConsumer<WindowName, UnreadableFileException> skipped) {
    List<StoredWindow> ordered = new ArrayList<>(windows);
    ordered.sort(ORDER);
    List<StoredWindow> whole = new ArrayList<>(ordered.size());
    List<KeptHashes> kept = new ArrayList<>();
    TreeSet<String> paths = new TreeSet<>();
    int slotMinutes = 1;
    try (ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : ordered) {
        try {
          window.verify();
          List<HeaderTable.Visibility> visibilities = window.visibilities(memory);
          paths.addAll(WindowRows.paths(window, memory));
          for (HeaderTable.Visibility visibility : visibilities) {
            slotMinutes = Math.max(slotMinutes, visibility.slotMinutes());
            if (!visibility.kept().equals(KeptHashes.ALL)) {
              kept.add(visibility.kept());
            }
          }
          whole.add(window);
        } catch (UnreadableFileException damaged) {
          skipped.accept(window.name(), damaged);
        }
      }
    }
    return new MergeFrame(whole, kept, slotMinutes, List.copyOf(paths));
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
