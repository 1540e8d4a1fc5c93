package dev.watershed.workload.store;

import dev.watershed.workload.Workload;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextLookup;
import dev.watershed.workload.store.window.HoursEncoder;
import dev.watershed.workload.store.window.ObservationMerger;
import dev.watershed.workload.store.window.ObservedSpan;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowEncoder;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowMerger;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Makes the one window that windows of load become. */
record GroupEncoder(TextLookup texts, CompactionPolicy policy) {

  /**
   * The file of the window, and the texts that it refers to.
   *
   * @param header of that window
   * @throws IOException if a member turns out to be damaged
   */
  WindowEncoder.Encoded encode(CompactionGroup group, WindowHeader header) throws IOException {
    return group.level() == WindowLevel.HOURS
        ? hours(group, header)
        : WindowEncoder.encode(
            header, merged(group.windows()), observed(group.windows()), Compression.ZSTD);
  }

  private WindowEncoder.Encoded hours(CompactionGroup group, WindowHeader header)
      throws IOException {
    HoursEncoder encoder = new HoursEncoder();
    for (Map.Entry<Instant, List<StoredWindow>> hour : group.byHour().entrySet()) {
      ObservedSpan observed = ObservedSpan.of(hour.getValue());
      encoder.add(hour.getKey(), observed.from(), observed.until(), merged(hour.getValue()));
    }
    return encoder.encode(header);
  }

  private Workload merged(List<StoredWindow> windows) throws IOException {
    List<SkippedFile> damaged = new ArrayList<>();
    Workload workload =
        WindowMerger.merge(windows, texts, texts, policy.bounds(), into(damaged)).workload();
    requireWhole(damaged);
    return workload;
  }

  private Observations observed(List<StoredWindow> windows) throws IOException {
    List<SkippedFile> damaged = new ArrayList<>();
    Observations observations =
        ObservationMerger.merge(windows, policy.observationBounds(), into(damaged));
    requireWhole(damaged);
    return observations;
  }

  private static BiConsumer<WindowName, UnreadableFileException> into(List<SkippedFile> damaged) {
    return (name, problem) -> damaged.add(SkippedFile.of(WindowFiles.pathOf(name), problem));
  }

  private static void requireWhole(List<SkippedFile> damaged) throws IOException {
    if (!damaged.isEmpty()) {
      throw new IOException("changed while it was merged: " + damaged.get(0).detail());
    }
  }
}
