package dev.watershed.reports.review.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Builds SVG of elements; texts and values of attributes are escaped. */
final class SvgMarkup {

  private final StringBuilder markup = new StringBuilder(4_096);
  private final Deque<String> open = new ArrayDeque<>();
  private int elements;

  /**
   * Opens an element.
   *
   * @param attributes names and values by turns
   */
  SvgMarkup open(String name, String... attributes) {
    start(name, attributes);
    markup.append('>');
    open.push(name);
    return this;
  }

  /** An element without content. */
  SvgMarkup empty(String name, String... attributes) {
    start(name, attributes);
    markup.append("/>");
    return this;
  }

  /** An element of a text. */
  SvgMarkup text(String name, String text, String... attributes) {
    open(name, attributes);
    escape(text);
    return close();
  }

  /** Closes the element that was opened last. */
  SvgMarkup close() {
    markup.append("</").append(open.pop()).append('>');
    return this;
  }

  /** How many elements there are. */
  int elements() {
    return elements;
  }

  /** All of it; every element must be closed. */
  String markup() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return markup.toString();
  }

  /** A number as SVG writes it, of one decimal. */
  static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(1, RoundingMode.HALF_UP);
    BigDecimal stripped = rounded.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }

  private void start(String name, String... attributes) {
    elements++;
    markup.append('<').append(name);
    for (int at = 0; at + 1 < attributes.length; at += 2) {
      markup.append(' ').append(attributes[at]).append("=\"");
      escape(attributes[at + 1]);
      markup.append('"');
    }
  }

  private void escape(String text) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      switch (character) {
        case '&' -> markup.append("&amp;");
        case '<' -> markup.append("&lt;");
        case '>' -> markup.append("&gt;");
        case '"' -> markup.append("&quot;");
        case '\'' -> markup.append("&#39;");
        default -> markup.append(character);
      }
    }
  }
}
