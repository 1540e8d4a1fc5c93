package dev.watershed.workload.store.window;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.column.Micros;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * From when until when a source was watched.
 *
 * @param until exclusive
 */
public record ObservedSpan(Instant from, Instant until) {

  /** Of some windows together; there is at least one. */
  public static ObservedSpan of(List<StoredWindow> windows) throws UnreadableFileException {
    long from = Long.MAX_VALUE;
    long until = Long.MIN_VALUE;
    try (ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : windows) {
        try (ColumnTable hours = window.hourTable(memory)) {
          long[] values = new long[hours.rows()];
          hours.copy(WindowColumns.OBSERVED_FROM_MICROS, values);
          from = Math.min(from, Arrays.stream(values).min().orElse(from));
          hours.copy(WindowColumns.OBSERVED_UNTIL_MICROS, values);
          until = Math.max(until, Arrays.stream(values).max().orElse(until));
        }
      }
    }
    return new ObservedSpan(Micros.instant(from), Micros.instant(until));
  }
}
