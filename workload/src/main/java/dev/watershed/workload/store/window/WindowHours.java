package dev.watershed.workload.store.window;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.column.Micros;
import dev.watershed.workload.store.container.Container;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The spans of time that a file keeps apart: its hours, or the one span of a single window. The
 * rows of each hour stand together in every table of {@link #SECTIONS}, hour after hour.
 *
 * @param starts when each begins, ascending
 * @param ends by table, where the rows of each hour end; empty for a single window, which has all
 * @param until when a single window ends, exclusive; otherwise when its file does
 */
record WindowHours(List<Instant> starts, Map<WindowSection, int[]> ends, Instant until) {

  /** The tables whose rows belong to an hour. */
  static final List<WindowSection> SECTIONS =
      List.of(
          WindowSection.SAMPLES,
          WindowSection.STATEMENTS,
          WindowSection.STATEMENT_LATENCIES,
          WindowSection.MINUTES,
          WindowSection.MINUTE_LATENCIES,
          WindowSection.TRANSACTIONS,
          WindowSection.LUMPED_COMBINATIONS,
          WindowSection.ISSUES,
          WindowSection.SOURCES);

  static WindowHours single(WindowName name) {
    return new WindowHours(List.of(name.start()), Map.of(), name.end());
  }

  /** A single window that ends where its header says. */
  static WindowHours span(WindowName name, Container file) throws UnreadableFileException {
    try (ColumnMemory memory = new ColumnMemory();
        ColumnTable table = ColumnTable.read(file.parts(WindowSection.HEADER.key()), memory)) {
      long until = table.only(WindowColumns.OBSERVED_UNTIL_MICROS);
      return new WindowHours(List.of(name.start()), Map.of(), Micros.instant(until));
    }
  }

  static WindowHours read(WindowName name, Container file) throws UnreadableFileException {
    try (ColumnMemory memory = new ColumnMemory();
        ColumnTable table = ColumnTable.read(file.parts(WindowSection.HOURS.key()), memory)) {
      long[] starts = table.array(WindowColumns.START_MICROS);
      EnumMap<WindowSection, int[]> ends = new EnumMap<>(WindowSection.class);
      for (WindowSection section : SECTIONS) {
        int[] own = new int[starts.length];
        table.copy(WindowColumns.end(section), own);
        StoredWindow.checkEnds(own, own.length, Integer.MAX_VALUE, section);
        ends.put(section, own);
      }
      List<Instant> instants = Arrays.stream(starts).mapToObj(Micros::instant).toList();
      check(name, instants);
      return new WindowHours(instants, ends, name.end());
    }
  }

  int size() {
    return starts.size();
  }

  Instant end(int hour) {
    return ends.isEmpty() ? until : starts.get(hour).plus(WindowLevel.HOUR.length());
  }

  /** Where the rows of an hour begin in a table. */
  int from(WindowSection section, int hour) {
    return hour == 0 ? 0 : ends.get(section)[hour - 1];
  }

  /** Where they end. */
  int until(WindowSection section, int hour) {
    return ends.get(section)[hour];
  }

  private static void check(WindowName name, List<Instant> starts) throws UnreadableFileException {
    Instant earliest = name.start();
    for (Instant start : starts) {
      boolean inside = !start.isBefore(earliest) && start.isBefore(name.end());
      if (!inside || !WindowLevel.HOUR.startOf(start).equals(start)) {
        throw new UnreadableFileException(FileProblem.CORRUPTED, "an hour that begins at " + start);
      }
      earliest = start.plus(WindowLevel.HOUR.length());
    }
    if (starts.isEmpty()) {
      throw new UnreadableFileException(FileProblem.CORRUPTED, "no hours");
    }
  }
}
