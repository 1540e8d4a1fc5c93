package dev.watershed.reports.html;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Builds SVG elements from numbers and fixed names, so that nothing in them needs escaping. */
final class Svg {

  private static final int DECIMALS = 2;

  private final StringBuilder markup = new StringBuilder(512);

  /**
   * A drawing that says nothing to a screen reader: the figures stand beside it as text.
   *
   * @param cssClass a fixed name
   * @param stretched whether width and height scale on their own
   */
  Svg(String cssClass, double width, double height, boolean stretched) {
    markup.append("<svg class=\"").append(cssClass).append("\" viewBox=\"0 0 ");
    markup.append(number(width)).append(' ').append(number(height)).append('"');
    markup.append(stretched ? " preserveAspectRatio=\"none\"" : "");
    markup.append(" aria-hidden=\"true\" focusable=\"false\">");
  }

  Svg rectangle(String cssClass, double x, double y, double width, double height) {
    markup.append("<rect class=\"").append(cssClass).append("\" x=\"").append(number(x));
    markup.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(width));
    markup.append("\" height=\"").append(number(height)).append("\"/>");
    return this;
  }

  Svg line(String cssClass, double x1, double y1, double x2, double y2) {
    markup.append("<path class=\"").append(cssClass).append("\" d=\"M").append(number(x1));
    markup.append(' ').append(number(y1)).append('L').append(number(x2)).append(' ');
    markup.append(number(y2)).append("\"/>");
    return this;
  }

  /** A path from points; closed if it is an area. */
  Svg path(String cssClass, double[] x, double[] y, boolean closed) {
    markup.append("<path class=\"").append(cssClass).append("\" d=\"");
    for (int point = 0; point < x.length; point++) {
      markup.append(point == 0 ? 'M' : 'L').append(number(x[point])).append(' ');
      markup.append(number(y[point]));
    }
    markup.append(closed ? "Z" : "").append("\"/>");
    return this;
  }

  /** The whole element. */
  String markup() {
    return markup + "</svg>";
  }

  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    BigDecimal stripped = rounded.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
