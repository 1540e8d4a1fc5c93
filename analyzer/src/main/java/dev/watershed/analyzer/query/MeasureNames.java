package dev.watershed.analyzer.query;

import dev.watershed.workload.Measure;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.WindowColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The columns of measures. The halves of the squared times, which only a machine adds, are left.
 */
final class MeasureNames {

  private MeasureNames() {}

  static List<PartColumn<WindowPart>> columns(boolean perMinute) {
    return Arrays.stream(Measure.values())
        .filter(measure -> !perMinute || measure.perMinute())
        .filter(
            measure -> measure != Measure.TIME_SQUARE_LOW && measure != Measure.TIME_SQUARE_HIGH)
        .map(measure -> new PartColumn<WindowPart>(column(measure), part -> values(part, measure)))
        .toList();
  }

  private static ColumnValues values(WindowPart part, Measure measure)
      throws UnreadableFileException {
    long[] values = part.longs(WindowColumns.of(measure));
    return measure.merge() == Measure.Merge.SUM
        ? ColumnValues.numbers(values)
        : ColumnValues.known(values, measure.neutral());
  }

  private static QueryColumn column(Measure measure) {
    return switch (measure) {
      case FIRST_SEEN_MICROS, LAST_SEEN_MICROS -> QueryColumn.timestamp(nameOf(measure));
      default -> QueryColumn.integer(nameOf(measure));
    };
  }

  private static String nameOf(Measure measure) {
    return switch (measure) {
      case TIME_MICROS -> "query_time_micros";
      case TIME_MICROS_MIN -> "query_time_micros_min";
      case TIME_MICROS_MAX -> "query_time_micros_max";
      case FIRST_SEEN_MICROS -> "first_seen";
      case LAST_SEEN_MICROS -> "last_seen";
      default -> measure.name().toLowerCase(Locale.ROOT);
    };
  }
}
