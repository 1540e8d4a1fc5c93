package dev.watershed.analyzer.attribution;

import dev.watershed.analyzer.service.Attribution;
import java.util.List;
import java.util.Objects;

/**
 * The load of a server by service: times that the server counted exactly, shared by samples.
 *
 * @param services the greatest load first; what no service claims is one of them
 * @param unseenMicros what a service that was not seen at all may have taken at most
 * @param unsampledMicros the time of statements that were never seen running. Where these are
 *     shared with others it follows the samples of those; the rest is {@code openMicros}
 * @param openMicros the time that no sample stands for: it may be anybody's, and lies between each
 *     estimate and the upper end of its interval
 * @param totalMicros all time that the server counted
 */
public record AttributedLoad(
    List<Part> services,
    double unseenMicros,
    long unsampledMicros,
    long openMicros,
    long totalMicros) {

  public AttributedLoad {
    services = List.copyOf(services);
  }

  /**
   * What a service took.
   *
   * @param service whose it is; {@link Attribution#NONE} for what no service claims
   * @param micros execution time
   * @param samples how often one of its statements was seen running
   */
  public record Part(Attribution service, Interval micros, long samples) {

    public Part {
      Objects.requireNonNull(service, "service");
      Objects.requireNonNull(micros, "micros");
    }
  }

  /** What a service took; where it was not seen, nothing up to {@link #unseenMicros}. */
  public Interval of(Attribution service) {
    return services.stream()
        .filter(part -> part.service().equals(service))
        .map(Part::micros)
        .findFirst()
        .orElseGet(() -> new Interval(0, 0, unseenMicros));
  }
}
