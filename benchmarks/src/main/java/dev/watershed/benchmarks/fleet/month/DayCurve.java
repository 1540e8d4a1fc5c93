package dev.watershed.benchmarks.fleet.month;

/** How much of its highest load a day has in each of its hours, UTC. */
final class DayCurve {

  private static final double[] HOURS = {
    0.35, 0.25, 0.2, 0.15, 0.15, 0.2, 0.3, 0.4, 0.55, 0.65, 0.7, 0.75,
    0.9, 0.8, 0.7, 0.65, 0.65, 0.7, 0.8, 0.9, 1.0, 1.0, 0.8, 0.5
  };

  private DayCurve() {}

  /** Of so many parts at the busiest hour, those of an hour from 0 to 23; at least one. */
  static int parts(int hour, int most) {
    return (int) Math.max(1, Math.round(HOURS[hour] * most));
  }
}
