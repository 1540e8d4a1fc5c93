package dev.watershed.reports.review.form;

import java.util.List;
import java.util.Locale;

/** Draws a series as a small line. Points that are unknown break it. */
public final class Sparkline {

  private static final int WIDTH = 100;
  private static final int HEIGHT = 20;

  private Sparkline() {}

  /** SVG of numbers only; empty for other values. The script of the page draws the same. */
  public static String of(Cell cell) {
    if (!(cell instanceof Cell.Numbers numbers) || numbers.values().size() < 2) {
      return "";
    }
    List<Double> values = numbers.values();
    double most = 0;
    for (double value : values) {
      most = Math.max(most, Double.isNaN(value) ? 0 : value);
    }
    StringBuilder path = new StringBuilder();
    boolean open = false;
    for (int at = 0; at < values.size(); at++) {
      double value = values.get(at);
      if (Double.isNaN(value)) {
        open = false;
        continue;
      }
      double x = (double) WIDTH * at / (values.size() - 1);
      double y = HEIGHT - 1 - (most == 0 ? 0 : (HEIGHT - 2) * value / most);
      path.append(open ? 'L' : 'M').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
      open = true;
    }
    return "<svg class=\"spark\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + HEIGHT
        + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><path d=\""
        + path
        + "\"/></svg>";
  }
}
