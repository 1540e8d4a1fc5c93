package dev.watershed.analyzer.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A column of a table that is made of rows in memory. What is empty is NULL.
 *
 * @param <T> a row
 */
public final class RowColumn<T> {

  private static final long UNKNOWN = Long.MIN_VALUE;
  private static final String SEPARATOR = "\t";

  private final QueryColumn column;
  private final Function<List<T>, ColumnValues> values;

  private RowColumn(QueryColumn column, Function<List<T>, ColumnValues> values) {
    this.column = column;
    this.values = values;
  }

  /** A column of texts. */
  public static <T> RowColumn<T> text(String name, Function<T, String> value) {
    return new RowColumn<>(
        QueryColumn.text(name), rows -> ColumnValues.texts(row -> value.apply(rows.get(row))));
  }

  /** A column of texts, some of them NULL. */
  public static <T> RowColumn<T> known(String name, Function<T, Optional<String>> value) {
    return new RowColumn<>(
        QueryColumn.text(name), rows -> ColumnValues.knownTexts(row -> value.apply(rows.get(row))));
  }

  /** A column of lists of texts. */
  public static <T> RowColumn<T> texts(String name, Function<T, List<String>> value) {
    return new RowColumn<>(
        QueryColumn.texts(name),
        rows ->
            ColumnValues.texts(row -> String.join(SEPARATOR, plain(value.apply(rows.get(row))))));
  }

  /** A column of whole numbers, some of them NULL. */
  public static <T> RowColumn<T> whole(String name, Function<T, OptionalLong> value) {
    return new RowColumn<>(
        QueryColumn.integer(name),
        rows ->
            ColumnValues.known(
                rows.stream().mapToLong(row -> value.apply(row).orElse(UNKNOWN)).toArray(),
                UNKNOWN));
  }

  /** A column of counts. */
  public static <T> RowColumn<T> count(String name, Function<T, Number> value) {
    return whole(name, row -> OptionalLong.of(value.apply(row).longValue()));
  }

  /** A column of numbers, some of them NULL. */
  public static <T> RowColumn<T> number(String name, Function<T, OptionalDouble> value) {
    return new RowColumn<>(
        QueryColumn.number(name),
        rows -> ColumnValues.knownNumbers(row -> value.apply(rows.get(row))));
  }

  /** A column of flags. */
  public static <T> RowColumn<T> flag(String name, Predicate<T> value) {
    return new RowColumn<>(
        QueryColumn.flag(name),
        rows ->
            ColumnValues.numbers(
                rows.stream().mapToLong(row -> value.test(row) ? 1 : 0).toArray()));
  }

  /** The name that queries know. */
  public String name() {
    return column.name();
  }

  QueryColumn column() {
    return column;
  }

  ColumnValues values(List<T> rows) {
    return values.apply(rows);
  }

  private static List<String> plain(List<String> texts) {
    return texts.stream().map(text -> text.replace(SEPARATOR, " ")).toList();
  }
}
