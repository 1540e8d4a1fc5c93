package dev.watershed.analyzer.span;

import dev.watershed.workload.Measure;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.window.WindowColumns;
import java.util.List;

/** Some measures, the columns that hold them, and where each one is among them. */
final class MeasureColumns {

  private static final int ABSENT = -1;

  private final Measure[] measures;
  private final Column.Longs[] columns;
  private final int[] positions = new int[Measure.values().length];

  MeasureColumns(List<Measure> measures) {
    this.measures = measures.toArray(Measure[]::new);
    this.columns = measures.stream().map(WindowColumns::of).toArray(Column.Longs[]::new);
    for (Measure measure : Measure.values()) {
      positions[measure.ordinal()] =
          measures.contains(measure) ? measures.indexOf(measure) : ABSENT;
    }
  }

  int size() {
    return measures.length;
  }

  Measure measure(int position) {
    return measures[position];
  }

  Column.Longs column(int position) {
    return columns[position];
  }

  /** The position of a measure; it has to be one of these. */
  int positionOf(Measure measure) {
    int position = positions[measure.ordinal()];
    if (position == ABSENT) {
      throw new IllegalArgumentException(measure + " was not asked for");
    }
    return position;
  }
}
