package dev.watershed.analyzer.span;

import dev.watershed.workload.Measure;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.window.StoredWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The time that each digest took, over the time.
 *
 * @param from start of the first point
 * @param pointWidth length of a point
 * @param points how many there are; 0 without windows
 * @param timeMicros by digest, a value per point
 * @param skipped windows of which nothing is counted, because they are damaged
 */
public record DigestSeries(
    Instant from,
    Duration pointWidth,
    int points,
    Map<Long, long[]> timeMicros,
    List<SkippedFile> skipped) {

  /** The lengths that a point may have: those that people think in. */
  private static final List<Duration> WIDTHS =
      List.of(
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(28));

  /** Nothing was seen. */
  public static final DigestSeries NONE =
      new DigestSeries(Instant.EPOCH, WIDTHS.get(0), 0, Map.of(), List.of());

  public DigestSeries {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(pointWidth, "pointWidth");
    timeMicros = Map.copyOf(timeMicros);
    skipped = List.copyOf(skipped);
  }

  /**
   * The series of all digests. A window counts where it begins, of one that keeps its hours each
   * hour; those that are longer than a point would be, because they were compacted, make the points
   * longer.
   *
   * @param counted windows that count
   * @param mostPoints the most that are wanted
   */
  public static DigestSeries of(List<StoredWindow> counted, int mostPoints) {
    if (counted.isEmpty()) {
      return NONE;
    }
    List<StoredWindow> windows =
        counted.stream()
            .flatMap(each -> IntStream.range(0, each.hours()).mapToObj(each::hour))
            .toList();
    Instant first = windows.stream().map(StoredWindow::start).min(Instant::compareTo).get();
    Instant last = windows.stream().map(StoredWindow::end).max(Instant::compareTo).get();
    Duration longest =
        windows.stream()
            .map(each -> Duration.between(each.start(), each.end()))
            .max(Duration::compareTo)
            .get();
    Duration width = width(first, last, longest, mostPoints);
    long start = Math.floorDiv(first.getEpochSecond(), width.toSeconds()) * width.toSeconds();
    int points = (int) -Math.floorDiv(start - last.getEpochSecond(), width.toSeconds());
    SortedMap<Integer, List<StoredWindow>> byPoint = new TreeMap<>();
    for (StoredWindow window : windows) {
      int point = (int) ((window.start().getEpochSecond() - start) / width.toSeconds());
      byPoint.computeIfAbsent(point, unused -> new ArrayList<>()).add(window);
    }
    Map<Long, long[]> times = new HashMap<>();
    List<SkippedFile> skipped = new ArrayList<>();
    byPoint.forEach(
        (point, own) -> {
          SpanScan scan = SpanScan.of(own, List.of(Measure.TIME_MICROS));
          skipped.addAll(scan.skipped());
          DigestSums sums = scan.sums();
          for (int id = 0; id < sums.size(); id++) {
            times.computeIfAbsent(sums.digest(id), unused -> new long[points])[point] +=
                sums.value(id, Measure.TIME_MICROS);
          }
        });
    return new DigestSeries(Instant.ofEpochSecond(start), width, points, times, skipped);
  }

  private static Duration width(Instant first, Instant last, Duration longest, int mostPoints) {
    Duration span = Duration.between(first, last);
    return WIDTHS.stream()
        .filter(each -> each.compareTo(longest) >= 0)
        .filter(each -> each.multipliedBy(mostPoints).compareTo(span) >= 0)
        .findFirst()
        .orElse(WIDTHS.get(WIDTHS.size() - 1));
  }

  /** Average statements of a digest that were active at a time, a value per point. */
  public List<Double> active(long digest) {
    long[] micros = timeMicros.getOrDefault(digest, new long[points]);
    List<Double> active = new ArrayList<>(points);
    for (long each : micros) {
      active.add(each / (pointWidth.toMillis() * 1_000.0));
    }
    return active;
  }
}
