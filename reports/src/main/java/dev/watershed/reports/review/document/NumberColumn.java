package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.RoundedDecimal;
import dev.watershed.reports.review.form.Sparkline;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A column of numbers in the data of a page: digits, and how many tens they are multiplied with.
 * Whole counts, durations and bytes are exact; other durations have six digits, shares and rates
 * four: what a page shows.
 */
final class NumberColumn implements PageColumn {

  /** In place of the tens of what is unknown. */
  private static final long UNKNOWN = 255;

  /** Added to the tens, which may be below 0. */
  private static final int NO_TENS = 127;

  private static final int DIGITS = 4;
  private static final int MEASURED_DIGITS = 6;
  private static final double WHOLE = 1e15;

  private final ColumnKind kind;
  private final LongStream.Builder digits = LongStream.builder();
  private final LongStream.Builder tens = LongStream.builder();
  private final LongStream.Builder lengths = LongStream.builder();

  private NumberColumn(ColumnKind kind) {
    this.kind = kind;
  }

  /** That of some values. */
  static NumberColumn of(ColumnKind kind, List<Cell> cells) {
    NumberColumn column = new NumberColumn(kind);
    for (Cell cell : cells) {
      if (column.isDrawn()) {
        column.several(drawn(kind, cell));
      } else {
        column.one(cell instanceof Cell.Number number ? number.value() : Double.NaN);
      }
    }
    return column;
  }

  /** Writes its fields, once. */
  void write(Planes planes, JsonGenerator json) throws IOException {
    if (isDrawn()) {
      planes.add("lengths", lengths.build(), json);
    }
    planes.add("digits", digits.build(), json);
    planes.add("tens", tens.build(), json);
  }

  private boolean isDrawn() {
    return kind == ColumnKind.SERIES || kind == ColumnKind.HISTOGRAM;
  }

  /** As much of a value as is drawn of it. */
  private static Cell drawn(ColumnKind kind, Cell cell) {
    return kind == ColumnKind.SERIES ? Sparkline.heights(cell) : LatencyBars.of(cell);
  }

  /** One more than there are; 0 for what is unknown. */
  private void several(Cell cell) {
    if (cell instanceof Cell.Numbers numbers) {
      lengths.add(numbers.values().size() + 1L);
      numbers.values().forEach(this::one);
    } else {
      lengths.add(0L);
    }
  }

  private void one(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      add(0, UNKNOWN);
    } else if (isCount() && isWhole(value)) {
      add((long) value, NO_TENS);
    } else {
      RoundedDecimal rounded =
          isMeasured() && isWhole(value)
              ? RoundedDecimal.of((long) value)
              : RoundedDecimal.of(value, isMeasured() ? MEASURED_DIGITS : DIGITS);
      boolean nothing = rounded.tens() <= -NO_TENS;
      add(nothing ? 0 : rounded.digits(), NO_TENS + (nothing ? 0 : rounded.tens()));
    }
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < WHOLE;
  }

  private boolean isCount() {
    return switch (kind) {
      case COUNT, SERIES, HISTOGRAM -> true;
      default -> false;
    };
  }

  /** Whether values are written in units that are no powers of ten, so that a digit can show. */
  private boolean isMeasured() {
    return kind == ColumnKind.MICROS || kind == ColumnKind.BYTES;
  }

  /** The sign is the lowest bit. */
  private void add(long number, long power) {
    digits.add(number < 0 ? -2 * number - 1 : 2 * number);
    tens.add(power);
  }
}
