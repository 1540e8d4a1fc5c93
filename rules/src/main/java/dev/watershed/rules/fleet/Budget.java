package dev.watershed.rules.fleet;

/**
 * What was agreed with a service.
 *
 * @param service its name
 * @param p95Millis the time that 95% of its statements may take at most
 */
public record Budget(String service, double p95Millis) {

  public Budget {
    if (service.isBlank() || !(p95Millis > 0)) {
      throw new IllegalArgumentException("expected a service and more than 0 milliseconds");
    }
  }
}
