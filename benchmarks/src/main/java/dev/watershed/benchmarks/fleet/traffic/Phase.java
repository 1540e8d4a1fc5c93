package dev.watershed.benchmarks.fleet.traffic;

import java.util.Arrays;

/** The hours of the day that a run plays through; shares of the run from 0 to 1. */
public enum Phase {
  NIGHT(0, 0.12, 0.3),
  MORNING(0.12, 0.30, 0.8),
  NOON(0.30, 0.44, 1),
  /** A sale: each service has its own factor. */
  SALE(0.44, 0.62, 1),
  /** Between the sale and the deployment. */
  AFTERNOON(0.62, 0.70, 0.9),
  /** After the deployment. */
  EVENING(0.70, 0.90, 1.2),
  LATE(0.90, 1.0, 0.6);

  /** When new versions of some services go live, as a share of the run. */
  public static final double DEPLOYMENT = 0.70;

  private final double from;
  private final double until;
  private final double factor;

  Phase(double from, double until, double factor) {
    this.from = from;
    this.until = until;
    this.factor = factor;
  }

  /** Where it begins. */
  public double from() {
    return from;
  }

  /** Where it ends. */
  public double until() {
    return until;
  }

  /** How many times its ordinary load a service has. */
  public double factor(double saleFactor) {
    return this == SALE ? saleFactor : factor;
  }

  /** The phase at a share of the run. */
  public static Phase at(double elapsed) {
    return Arrays.stream(values()).filter(phase -> elapsed < phase.until).findFirst().orElse(LATE);
  }
}
