package dev.watershed.benchmarks.fleet;

import java.util.List;

/**
 * The options of {@link RoomMain}.
 *
 * @param cpus processors that each server is said to have
 * @param poolGiB the buffer pool that each is said to have
 * @param fleet the options of {@link FleetMain}
 */
record RoomOptions(double cpus, double poolGiB, FleetOptions fleet) {

  static final String USAGE =
      "[--cpus 8] [--pool 4] and the options of fleet.FleetMain\n" + FleetOptions.USAGE;

  private static final List<String> OWN = List.of("--cpus", "--pool");

  RoomOptions {
    if (!(cpus > 0 && poolGiB > 0)) {
      throw new IllegalArgumentException("--cpus and --pool must be above 0");
    }
  }

  /**
   * Reads arguments, its own before those of the fleet.
   *
   * @throws IllegalArgumentException if they are wrong, with what is
   */
  static RoomOptions parse(String... arguments) {
    double cpus = 8;
    double poolGiB = 4;
    int next = 0;
    while (next < arguments.length && OWN.contains(arguments[next])) {
      if (next + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[next] + " needs a value");
      }
      double value = number(arguments[next], arguments[next + 1]);
      cpus = arguments[next].equals("--cpus") ? value : cpus;
      poolGiB = arguments[next].equals("--pool") ? value : poolGiB;
      next += 2;
    }
    String[] others = List.of(arguments).subList(next, arguments.length).toArray(String[]::new);
    return new RoomOptions(cpus, poolGiB, FleetOptions.parse(others));
  }

  private static double number(String option, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + ": expected a number, not " + text, e);
    }
  }
}
