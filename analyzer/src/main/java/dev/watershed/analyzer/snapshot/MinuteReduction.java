package dev.watershed.analyzer.snapshot;

import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.util.Map;

/**
 * The minutes of a server process as two rows without a time: the one with the highest rate of redo
 * log, and all others together. So sums and extremes stay, and the peak of the redo log, which
 * capacity asks for. Figures of hosts are left out: a share of one row would pass for a peak.
 */
final class MinuteReduction {

  private static final int MOST = 1_000;
  private static final long PEAK = 0;
  private static final long REST = 1;

  private MinuteReduction() {}

  static ObservationTable<ServerMinutes.Key, Figure> of(
      ObservationTable<ServerMinutes.Key, Figure> minutes, Map<String, String> identities) {
    int peak = peak(minutes);
    ObservationRows<ServerMinutes.Key, Figure> rows =
        new ObservationRows<>(ServerMinutes.KIND, MOST);
    for (int row = 0; row < minutes.size(); row++) {
      long[] figures = minutes.row(row);
      for (Figure figure : Figure.values()) {
        if (figure.compareTo(Figure.HOST_SAMPLES) >= 0) {
          figures[figure.ordinal()] = figure.neutral();
        }
      }
      String server = identities.get(minutes.key(row).server());
      if (!server.isEmpty()) {
        rows.add(new ServerMinutes.Key(server, row == peak ? PEAK : REST), figures);
      }
    }
    return rows.build();
  }

  private static int peak(ObservationTable<ServerMinutes.Key, Figure> minutes) {
    int peak = -1;
    double highest = -1;
    for (int row = 0; row < minutes.size(); row++) {
      double span = minutes.value(row, Figure.SPAN_MICROS);
      double rate = span > 0 ? minutes.value(row, Figure.REDO_BYTES) / span : -1;
      if (rate > highest) {
        peak = row;
        highest = rate;
      }
    }
    return peak;
  }
}
