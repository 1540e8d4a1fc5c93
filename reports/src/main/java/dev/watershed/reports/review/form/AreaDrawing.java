package dev.watershed.reports.review.form;

import java.util.List;
import java.util.Locale;

/** Draws values over time as an area: what is seen of a chart without a script, and in print. */
public final class AreaDrawing {

  private static final int WIDTH = 700;
  private static final int HEIGHT = 180;

  private AreaDrawing() {}

  /** SVG of numbers only; empty for less than two points. */
  public static String of(List<Double> values) {
    if (values.size() < 2) {
      return "";
    }
    double most =
        values.stream().filter(value -> !value.isNaN()).mapToDouble(value -> value).max().orElse(0);
    StringBuilder line = new StringBuilder();
    for (int at = 0; at < values.size(); at++) {
      double value = values.get(at).isNaN() ? 0 : values.get(at);
      double x = (double) WIDTH * at / (values.size() - 1);
      double y = HEIGHT - (most == 0 ? 0 : (HEIGHT - 8) * value / most);
      line.append(at == 0 ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
    }
    return "<svg class=\"area\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + HEIGHT
        + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><path class=\"fill\" d=\""
        + line
        + "L"
        + WIDTH
        + " "
        + HEIGHT
        + "L0 "
        + HEIGHT
        + "Z\"/><path class=\"line\" d=\""
        + line
        + "\"/></svg>";
  }
}
