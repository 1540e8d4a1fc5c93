package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.Sparkline;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of numbers in the data of a page: digits, and how many tens they are multiplied with.
 * Whole numbers of counts, series and histograms are exact, others have four digits: what a page
 * shows.
 */
final class NumberColumn {

  /** In place of the tens of what is unknown. */
  private static final long UNKNOWN = 255;

  /** Added to the tens, which may be below 0. */
  private static final int NO_TENS = 127;

  private static final MathContext DIGITS = new MathContext(4);
  private static final double WHOLE = 1e15;

  private final ColumnKind kind;
  private final List<Long> digits = new ArrayList<>();
  private final List<Long> tens = new ArrayList<>();
  private final List<Long> lengths = new ArrayList<>();

  private NumberColumn(ColumnKind kind) {
    this.kind = kind;
  }

  /** Writes the fields of a column. */
  static void write(ColumnKind kind, List<Cell> cells, Planes planes, JsonGenerator json)
      throws IOException {
    NumberColumn column = new NumberColumn(kind);
    boolean several = kind == ColumnKind.SERIES || kind == ColumnKind.HISTOGRAM;
    for (Cell cell : cells) {
      if (several) {
        column.several(drawn(kind, cell));
      } else {
        column.one(cell instanceof Cell.Number number ? number.value() : Double.NaN);
      }
    }
    if (several) {
      planes.add("lengths", column.lengths, json);
    }
    planes.add("digits", column.digits, json);
    planes.add("tens", column.tens, json);
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
    } else if (isExact() && value == Math.rint(value) && Math.abs(value) < WHOLE) {
      add((long) value, NO_TENS);
    } else {
      BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
      boolean nothing = -rounded.scale() <= -NO_TENS;
      add(
          nothing ? 0 : rounded.unscaledValue().longValueExact(),
          nothing ? NO_TENS : NO_TENS - rounded.scale());
    }
  }

  private boolean isExact() {
    return switch (kind) {
      case COUNT, SERIES, HISTOGRAM -> true;
      default -> false;
    };
  }

  /** The sign is the lowest bit. */
  private void add(long number, long power) {
    digits.add(number < 0 ? -2 * number - 1 : 2 * number);
    tens.add(power);
  }
}
