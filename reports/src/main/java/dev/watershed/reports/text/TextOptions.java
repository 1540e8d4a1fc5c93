package dev.watershed.reports.text;

import java.util.Objects;

/**
 * How text is laid out.
 *
 * @param width columns of the terminal
 * @param style emphasis
 */
public record TextOptions(int width, Style style) {

  /** Narrower terminals get lines of this width, which they then wrap themselves. */
  public static final int LEAST_WIDTH = 50;

  public TextOptions {
    if (width < 1) {
      throw new IllegalArgumentException("width " + width);
    }
    width = Math.max(LEAST_WIDTH, width);
    Objects.requireNonNull(style, "style");
  }
}
