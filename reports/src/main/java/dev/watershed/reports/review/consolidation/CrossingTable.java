package dev.watershed.reports.review.consolidation;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.reports.Units;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What crosses before and after. */
public final class CrossingTable {

  private static final double LEAST_CHANGE = 1e-9;

  private CrossingTable() {}

  /** All rates side by side. */
  public static DataTable of(
      String id, String title, Crossings before, Crossings after, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (CrossingRate rate : CrossingRate.values()) {
      rows.add(
          List.of(
              Cell.of(words.text(rate.key())), Cell.of(rate.of(before)), Cell.of(rate.of(after))));
    }
    return new DataTable(
        id,
        title,
        List.of(
            DataColumn.of("crossing", words.text("column.crossing"), ColumnKind.TEXT),
            DataColumn.of("before", words.text("column.today"), ColumnKind.RATE),
            DataColumn.of("after", words.text("column.after"), ColumnKind.RATE)),
        rows);
  }

  /**
   * The same with the rates of an earlier span.
   *
   * @param table made by {@link #of}
   */
  public static DataTable since(Optional<Crossings> earlier, DataTable table, PageWords words) {
    if (earlier.isEmpty()) {
      return table;
    }
    Map<Cell, CrossingRate> rates = new HashMap<>();
    for (CrossingRate rate : CrossingRate.values()) {
      rates.put(Cell.of(words.text(rate.key())), rate);
    }
    return table.with(
        List.of(DataColumn.of("earlier", words.text("column.earlier"), ColumnKind.RATE)),
        row -> List.of(Cell.of(rates.get(row.get(0)).of(earlier.get()))));
  }

  /** A line for each rate that changes. */
  static List<String> changes(Crossings before, Crossings after, PageWords words) {
    List<String> lines = new ArrayList<>();
    for (CrossingRate rate : CrossingRate.values()) {
      if (Math.abs(rate.of(before) - rate.of(after)) > LEAST_CHANGE) {
        lines.add(
            words.text(
                "crossing.change",
                words.text(rate.key()),
                Units.perSecond(rate.of(before)),
                Units.perSecond(rate.of(after))));
      }
    }
    return lines;
  }

  /** A line for each rate that is left. */
  static List<String> left(Crossings after, PageWords words) {
    List<String> lines = new ArrayList<>();
    for (CrossingRate rate : CrossingRate.values()) {
      if (rate.of(after) > LEAST_CHANGE) {
        lines.add(
            words.text("crossing.left", words.text(rate.key()), Units.perSecond(rate.of(after))));
      }
    }
    return lines;
  }
}
