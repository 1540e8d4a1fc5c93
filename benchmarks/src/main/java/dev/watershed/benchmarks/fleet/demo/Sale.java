package dev.watershed.benchmarks.fleet.demo;

/** The load over the time of the capture: calm, a rise, the sale, calm again. */
final class Sale {

  private static final double RISE = 0.34;
  private static final double START = 0.44;
  private static final double END = 0.66;

  private Sale() {}

  /**
   * How many times its ordinary load a service has.
   *
   * @param elapsed the share of the capture that is over, 0 to 1
   * @param saleFactor the service's load during the sale
   */
  static double factor(double elapsed, double saleFactor) {
    if (elapsed < RISE || elapsed >= END) {
      return 1;
    }
    double height = elapsed < START ? (elapsed - RISE) / (START - RISE) : 1;
    return 1 + (saleFactor - 1) * height;
  }
}
