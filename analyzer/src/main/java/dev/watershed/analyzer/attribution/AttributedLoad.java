package dev.watershed.analyzer.attribution;

import dev.watershed.analyzer.service.Attribution;
import java.util.List;
import java.util.Objects;

/**
 * The load of a server by service: times that the server counted exactly, shared by samples.
 *
 * @param services the greatest load first; what no service claims is one of them
 * @param unsampledMicros the time of statements that were never seen running: it may be anybody's,
 *     and comes on top of the intervals
 * @param totalMicros all time that the server counted
 */
public record AttributedLoad(List<Part> services, long unsampledMicros, long totalMicros) {

  public AttributedLoad {
    services = List.copyOf(services);
  }

  /**
   * What a service took.
   *
   * @param service whose it is; {@link Attribution#NONE} for what no service claims
   * @param micros execution time
   */
  public record Part(Attribution service, Interval micros) {

    public Part {
      Objects.requireNonNull(service, "service");
      Objects.requireNonNull(micros, "micros");
    }
  }
}
