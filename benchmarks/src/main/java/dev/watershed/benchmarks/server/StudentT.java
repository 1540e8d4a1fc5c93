package dev.watershed.benchmarks.server;

/**
 * Student's t distribution, by its definition: with t = √ν·tan θ its density is proportional to
 * cos^(ν−1) θ.
 */
final class StudentT {

  private static final int STEPS = 20_000;
  private static final int HALVINGS = 60;

  private StudentT() {}

  /**
   * The value that a t-distributed one does not exceed with a probability.
   *
   * @param probability more than 0, less than 1
   * @param degrees of freedom, at least 1
   */
  static double quantile(double probability, int degrees) {
    double all = integral(-Math.PI / 2, Math.PI / 2, degrees);
    double low = -Math.PI / 2;
    double high = Math.PI / 2;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (integral(-Math.PI / 2, middle, degrees) / all < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.sqrt(degrees) * Math.tan((low + high) / 2);
  }

  /** By the rule of midpoints. */
  private static double integral(double from, double until, int degrees) {
    double step = (until - from) / STEPS;
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += Math.pow(Math.cos(from + (i + 0.5) * step), degrees - 1);
    }
    return sum * step;
  }
}
