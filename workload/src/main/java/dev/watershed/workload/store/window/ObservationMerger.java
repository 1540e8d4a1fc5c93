package dev.watershed.workload.store.window;

import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.List;
import java.util.function.BiConsumer;

/** Merges the observations of windows: exactly, and the same whatever their order and cut. */
public final class ObservationMerger {

  private ObservationMerger() {}

  /**
   * Merges them.
   *
   * @param skipped told of each window that is damaged; nothing of it is counted
   */
  public static Observations merge(
      List<StoredWindow> windows,
      ObservationBounds bounds,
      BiConsumer<WindowName, UnreadableFileException> skipped) {
    ObservationsBuilder builder = new ObservationsBuilder(bounds);
    try (ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : windows) {
        try {
          window.verify();
          ObservationReader.add(window, memory, builder);
        } catch (UnreadableFileException damaged) {
          skipped.accept(window.name(), damaged);
        }
      }
    }
    return builder.build();
  }
}
