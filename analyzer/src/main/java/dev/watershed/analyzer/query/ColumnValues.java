package dev.watershed.analyzer.query;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.duckdb.DuckDBWritableVector;

/** The values of a column of one part of a table. */
@FunctionalInterface
interface ColumnValues {

  /** Puts {@code count} values, from row {@code from} on, into a vector. */
  void fill(DuckDBWritableVector vector, int from, int count);

  /** Whole numbers; {@code unknown} stands for NULL. */
  static ColumnValues known(long[] values, long unknown) {
    return (vector, from, count) -> {
      for (int i = 0; i < count; i++) {
        if (values[from + i] == unknown) {
          vector.setNull(i);
        } else {
          vector.setLong(i, values[from + i]);
        }
      }
    };
  }

  /** Whole numbers. */
  static ColumnValues numbers(long[] values) {
    return (vector, from, count) -> {
      for (int i = 0; i < count; i++) {
        vector.setLong(i, values[from + i]);
      }
    };
  }

  /** Numbers by row; NULL where there is none. */
  static ColumnValues knownNumbers(IntFunction<OptionalDouble> numberOf) {
    return (vector, from, count) -> {
      for (int i = 0; i < count; i++) {
        OptionalDouble number = numberOf.apply(from + i);
        if (number.isPresent()) {
          vector.setDouble(i, number.getAsDouble());
        } else {
          vector.setNull(i);
        }
      }
    };
  }

  /** Texts by row. */
  static ColumnValues texts(IntFunction<String> textOf) {
    return (vector, from, count) -> {
      for (int i = 0; i < count; i++) {
        vector.setString(i, textOf.apply(from + i));
      }
    };
  }

  /** Texts by row; NULL where there is none. */
  static ColumnValues knownTexts(IntFunction<Optional<String>> textOf) {
    return (vector, from, count) -> {
      for (int i = 0; i < count; i++) {
        Optional<String> text = textOf.apply(from + i);
        if (text.isPresent()) {
          vector.setString(i, text.get());
        } else {
          vector.setNull(i);
        }
      }
    };
  }
}
