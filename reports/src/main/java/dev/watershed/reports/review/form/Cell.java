package dev.watershed.reports.review.form;

import dev.watershed.reports.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A value of a table. Foreign texts are made visible here, once. */
public sealed interface Cell {

  /** Nothing is known. */
  record Unknown() implements Cell {}

  /** A text. */
  record Text(String text) implements Cell {

    public Text {
      text = VisibleText.of(text);
    }
  }

  /** Several texts. */
  record Texts(List<String> texts) implements Cell {

    public Texts {
      texts = texts.stream().map(VisibleText::of).toList();
    }
  }

  /** A number. */
  record Number(double value) implements Cell {}

  /** Numbers in an order. */
  record Numbers(List<Double> values) implements Cell {

    public Numbers {
      values = List.copyOf(values);
    }
  }

  /** A text. */
  static Cell of(String text) {
    return new Text(text);
  }

  /** A text, or nothing. */
  static Cell of(Optional<String> text) {
    return text.<Cell>map(Text::new).orElseGet(Unknown::new);
  }

  /** Several texts. */
  static Cell of(List<String> texts) {
    return new Texts(texts);
  }

  /** A number. */
  static Cell of(double value) {
    return new Number(value);
  }

  /** A number that is not known, or not worth knowing, to more than some digits. */
  static Cell rounded(double value, int digits) {
    boolean figure = !Double.isNaN(value) && !Double.isInfinite(value);
    return new Number(figure ? RoundedDecimal.of(value, digits).value() : value);
  }

  /** A number, or nothing. */
  static Cell of(OptionalDouble value) {
    return value.isPresent() ? new Number(value.getAsDouble()) : new Unknown();
  }

  /** A number, or nothing. */
  static Cell of(OptionalLong value) {
    return value.isPresent() ? new Number(value.getAsLong()) : new Unknown();
  }

  /** Numbers in an order. */
  static Cell series(List<Double> values) {
    return new Numbers(values);
  }

  /** Nothing is known. */
  static Cell unknown() {
    return new Unknown();
  }
}
