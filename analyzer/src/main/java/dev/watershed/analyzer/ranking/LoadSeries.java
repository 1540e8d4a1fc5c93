package dev.watershed.analyzer.ranking;

import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.eclipse.collections.api.list.primitive.ImmutableDoubleList;
import org.eclipse.collections.impl.factory.primitive.DoubleLists;

/** Lays a minute table out as a series of at most {@link #MOST_POINTS} points without gaps. */
final class LoadSeries {

  static final int MOST_POINTS = 720;

  private static final int[] WIDTHS_MINUTES = {1, 5, 15, 60, 240, 1_440, 10_080};
  private static final double LEAST_COVERED = 0.1;
  private static final double MICROS_PER_MINUTE = 60e6;

  private final MinuteTable minutes;
  private final long widthMinutes;
  private final long firstPoint;
  private final int points;
  private final double[] coveredMicros;

  /**
   * @param firstSeenMicros when the first execution ended, or {@code Long.MAX_VALUE} if unknown
   * @param lastSeenMicros when the last execution ended, or {@code Long.MIN_VALUE} if unknown
   */
  LoadSeries(Workload workload, long firstSeenMicros, long lastSeenMicros) {
    this.minutes = workload.minutes();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < minutes.size(); row++) {
      first = Math.min(first, minutes.minute(row));
      last = Math.max(last, minutes.minute(row));
    }
    boolean empty = minutes.size() == 0;
    this.widthMinutes = empty ? 1 : widthFor(first, last, workload.quality().slotMinutes());
    this.firstPoint = empty ? 0 : Math.floorDiv(first, widthMinutes);
    this.points = empty ? 0 : (int) (Math.floorDiv(last, widthMinutes) - firstPoint + 1);
    this.coveredMicros = covered(firstSeenMicros, lastSeenMicros);
  }

  /** The load of all origins. */
  LoadOverTime load() {
    return new LoadOverTime(
        Instant.EPOCH.plus(firstPoint * widthMinutes, ChronoUnit.MINUTES),
        Duration.ofMinutes(widthMinutes),
        byGroup(origin -> 0, 1).get(0));
  }

  /**
   * The load of groups of origins, point by point, in one pass over the table.
   *
   * @param groupOfOrigin 0 to {@code groups} − 1
   */
  List<ImmutableDoubleList> byGroup(IntUnaryOperator groupOfOrigin, int groups) {
    double[][] active = new double[groups][points];
    for (int row = 0; row < minutes.size(); row++) {
      int point = (int) (Math.floorDiv(minutes.minute(row), widthMinutes) - firstPoint);
      int group = groupOfOrigin.applyAsInt(minutes.originIndex(row));
      active[group][point] += minutes.value(row, Measure.TIME_MICROS);
    }
    List<ImmutableDoubleList> lists = new ArrayList<>(groups);
    for (double[] series : active) {
      for (int point = 0; point < points; point++) {
        series[point] /= coveredMicros[point];
      }
      lists.add(DoubleLists.immutable.of(series));
    }
    return lists;
  }

  private double[] covered(long firstSeenMicros, long lastSeenMicros) {
    double[] covered = new double[points];
    double width = widthMinutes * MICROS_PER_MINUTE;
    for (int point = 0; point < points; point++) {
      double from = (firstPoint + point) * width;
      double begins = Math.max(from, firstSeenMicros);
      double ends = Math.min(from + width, lastSeenMicros);
      covered[point] = Math.max(LEAST_COVERED * width, Math.min(width, ends - begins));
    }
    return covered;
  }

  private static long widthFor(long first, long last, int slotMinutes) {
    long width = slotMinutes;
    for (int candidate : WIDTHS_MINUTES) {
      width = Math.max(width, candidate);
      if (fits(first, last, width)) {
        return width;
      }
    }
    while (!fits(first, last, width)) {
      width *= 2;
    }
    return width;
  }

  private static boolean fits(long first, long last, long width) {
    return Math.floorDiv(last, width) - Math.floorDiv(first, width) < MOST_POINTS;
  }
}
