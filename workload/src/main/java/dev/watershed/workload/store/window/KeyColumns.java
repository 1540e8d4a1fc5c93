package dev.watershed.workload.store.window;

import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.ObservationFigure;
import dev.watershed.workload.observation.ObservationKind;
import dev.watershed.workload.store.column.Column;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The columns that hold the keys of a table of observations.
 *
 * @param kind what the table is made of
 * @param texts those of texts
 * @param numbers those of 64-bit integers
 * @param origins those of rows of {@link WindowSection#OBSERVED_ORIGINS}
 * @param read makes a key of the values of a row
 * @param <K> the key
 * @param <F> the figures
 */
record KeyColumns<K, F extends Enum<F> & ObservationFigure>(
    ObservationKind<K, F> kind,
    List<Text<K>> texts,
    List<Number<K>> numbers,
    List<From<K>> origins,
    Function<Row, K> read) {

  KeyColumns {
    texts = List.copyOf(texts);
    numbers = List.copyOf(numbers);
    origins = List.copyOf(origins);
  }

  /** A text of a key. */
  record Text<K>(Column.Texts column, Function<K, String> value) {}

  /** A number of a key. */
  record Number<K>(Column.Longs column, ToLongFunction<K> value) {}

  /** An origin of a key. */
  record From<K>(Column.Ints column, Function<K, Origin> value) {}

  /** The values of a row, each kind in the order of its columns. */
  interface Row {

    String text(int column);

    long number(int column);

    Origin origin(int column);
  }

  static <K> Text<K> text(String name, Function<K, String> value) {
    return new Text<>(new Column.Texts(name), value);
  }

  static <K> Number<K> number(String name, ToLongFunction<K> value) {
    return new Number<>(new Column.Longs(name, 0), value);
  }

  static <K> From<K> origin(String name, Function<K, Origin> value) {
    return new From<>(new Column.Ints(name, 0), value);
  }
}
