package dev.watershed.reports.review.form;

import java.util.List;
import java.util.Locale;

/** Draws a series as a small line. Points that are unknown break it. */
public final class Sparkline {

  private static final int WIDTH = 100;
  private static final int HEIGHT = 20;

  private Sparkline() {}

  /** The heights of points in pixels, which is all that the data of a page has of a series. */
  public static Cell heights(Cell cell) {
    return cell instanceof Cell.Numbers numbers ? heights(numbers) : cell;
  }

  private static Cell.Numbers heights(Cell.Numbers numbers) {
    double most =
        numbers.values().stream()
            .filter(value -> !Double.isNaN(value))
            .mapToDouble(value -> value)
            .max()
            .orElse(0);
    return new Cell.Numbers(
        numbers.values().stream()
            .map(value -> most <= 0 ? 0 * value : height(value, most))
            .toList());
  }

  private static double height(double value, double most) {
    return Double.isNaN(value) ? value : Math.round((HEIGHT - 2) * value / most);
  }

  /** SVG of numbers only; empty for other values. The script of the page draws the same. */
  public static String of(Cell cell) {
    if (!(cell instanceof Cell.Numbers numbers) || numbers.values().size() < 2) {
      return "";
    }
    StringBuilder path = new StringBuilder();
    boolean open = false;
    List<Double> heights = heights(numbers).values();
    for (int at = 0; at < heights.size(); at++) {
      double height = heights.get(at);
      if (Double.isNaN(height)) {
        open = false;
        continue;
      }
      double x = Math.round(10.0 * WIDTH * at / (heights.size() - 1)) / 10.0;
      double y = HEIGHT - 1 - height;
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
