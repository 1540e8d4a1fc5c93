package dev.watershed.analyzer.span;

import dev.watershed.workload.Measure;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Sums the statements of windows by digest, on all processors.
 *
 * @param sums per digest
 * @param skipped windows of which nothing is counted, because they are damaged
 */
public record SpanScan(DigestSums sums, List<SkippedFile> skipped) {

  public SpanScan {
    skipped = List.copyOf(skipped);
  }

  /** Some measures only: the fewer, the faster. */
  public static SpanScan of(List<StoredWindow> windows, List<Measure> measures) {
    return scan(windows, measures, false);
  }

  /** Some measures, and latencies. */
  public static SpanScan withLatencies(List<StoredWindow> windows, List<Measure> measures) {
    return scan(windows, measures, true);
  }

  /** All measures and latencies: what {@link DigestSums#figures} needs. */
  public static SpanScan of(List<StoredWindow> windows) {
    return scan(windows, List.of(Measure.values()), true);
  }

  private static SpanScan scan(
      List<StoredWindow> windows, List<Measure> measures, boolean withLatencies) {
    int parts = Math.max(1, Runtime.getRuntime().availableProcessors());
    AtomicInteger next = new AtomicInteger();
    List<SpanScan> scans =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> part(windows, next, measures, withLatencies))
            .toList();
    SpanScan first = scans.get(0);
    List<SkippedFile> skipped = new ArrayList<>();
    skipped.addAll(first.skipped());
    for (SpanScan other : scans.subList(1, scans.size())) {
      skipped.addAll(other.skipped());
      first.sums().merge(other.sums());
    }
    skipped.sort(Comparator.comparing(SkippedFile::file));
    return new SpanScan(first.sums(), skipped);
  }

  /** Each processor takes the next window, since they are not equally large. */
  private static SpanScan part(
      List<StoredWindow> windows,
      AtomicInteger next,
      List<Measure> measures,
      boolean withLatencies) {
    List<SkippedFile> skipped = new ArrayList<>();
    try (ColumnMemory memory = new ColumnMemory()) {
      WindowScan scan = new WindowScan(measures, withLatencies, memory);
      for (int i = next.getAndIncrement(); i < windows.size(); i = next.getAndIncrement()) {
        try {
          scan.add(windows.get(i));
        } catch (UnreadableFileException damaged) {
          skipped.add(SkippedFile.of(windows.get(i), damaged));
        }
      }
      return new SpanScan(scan.sums(), skipped);
    }
  }
}
