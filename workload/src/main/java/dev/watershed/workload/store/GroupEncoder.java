package dev.watershed.workload.store;

import dev.watershed.workload.Workload;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes the one window that windows of load become. */
record GroupEncoder(TextLookup texts, CompactionPolicy policy) {

  /**
   * The file of the window, and the texts that it refers to; empty if a member turns out to make no
   * sense, though its checksums are right, or refers to texts that cannot be read now: the window
   * would not refer to them any more.
   *
   * @param header of that window
   * @param damaged told of such members
   */
  Optional<WindowEncoder.Encoded> encode(
      CompactionGroup group, WindowHeader header, Consumer<SkippedFile> damaged)
      throws IOException {
    Map<WindowName, UnreadableFileException> found = new TreeMap<>();
    MissingTexts missing = new MissingTexts(texts);
    WindowEncoder.Encoded encoded =
        group.level() == WindowLevel.HOURS
            ? hours(group, header, missing, found::putIfAbsent)
            : WindowEncoder.encode(
                header,
                merged(group.windows(), missing, found::putIfAbsent),
                ObservationMerger.merge(
                    group.windows(), policy.observationBounds(), found::putIfAbsent),
                Compression.ZSTD);
    found.forEach(
        (name, problem) -> damaged.accept(SkippedFile.of(WindowFiles.pathOf(name), problem)));
    if (found.isEmpty() && missing.any()) {
      missing.windows(group.windows()).forEach(damaged);
      return Optional.empty();
    }
    return found.isEmpty() ? Optional.of(encoded) : Optional.empty();
  }

  private WindowEncoder.Encoded hours(
      CompactionGroup group,
      WindowHeader header,
      TextLookup lookup,
      BiConsumer<WindowName, UnreadableFileException> damaged)
      throws IOException {
    HoursEncoder encoder = new HoursEncoder();
    for (Map.Entry<Instant, List<StoredWindow>> hour : group.byHour().entrySet()) {
      ObservedSpan observed = ObservedSpan.of(hour.getValue());
      encoder.add(
          hour.getKey(),
          observed.from(),
          observed.until(),
          merged(hour.getValue(), lookup, damaged));
    }
    return encoder.encode(header);
  }

  private Workload merged(
      List<StoredWindow> windows,
      TextLookup lookup,
      BiConsumer<WindowName, UnreadableFileException> damaged) {
    return WindowMerger.merge(windows, lookup, lookup, policy.bounds(), damaged).workload();
  }
}
