package dev.watershed.analyzer.attribution;

import dev.watershed.analyzer.service.Attribution;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The load of a fleet by service. What logs show is exact; what counters show is estimated by
 * samples, and both are said apart beside their sum.
 *
 * @param services the greatest load first; what no service claims is one of them
 * @param unseenMicros what a service that is not among these may have taken at most, on the servers
 *     that were sampled
 * @param unattributedMicros the time of servers shown by counters of which no sample is: in none of
 *     the services
 * @param totalMicros all time
 * @param servers those shown by counters
 */
public record FleetLoad(
    List<Part> services,
    double unseenMicros,
    long unattributedMicros,
    long totalMicros,
    List<ServerEstimate> servers) {

  /** How shares come from samples, and what their intervals are. */
  public static final String ESTIMATOR =
      "time shares of running statements, one look per interval at a random moment; 95% intervals"
          + " of Wilson, on the effective number of samples";

  public FleetLoad {
    services = List.copyOf(services);
    servers = List.copyOf(servers);
  }

  /**
   * What a service took.
   *
   * @param service whose it is; {@link Attribution#NONE} for what no service claims
   * @param exactMicros what logs show
   * @param sampledMicros what samples say of the rest
   * @param samples behind that
   */
  public record Part(Attribution service, long exactMicros, Interval sampledMicros, long samples) {

    public Part {
      Objects.requireNonNull(service, "service");
      Objects.requireNonNull(sampledMicros, "sampledMicros");
    }

    /** Both together: what is exact moves the interval, and does not widen it. */
    public Interval micros() {
      return new Interval(
          exactMicros + sampledMicros.estimate(),
          exactMicros + sampledMicros.low(),
          exactMicros + sampledMicros.high());
    }
  }

  /** Whether any of it is an estimate; else logs show all of it. */
  public boolean estimated() {
    return !servers.isEmpty();
  }

  /** The time of statements that were never seen running, on the servers that were sampled. */
  public long unsampledMicros() {
    return servers.stream()
        .filter(ServerEstimate::sampled)
        .mapToLong(server -> server.services().unsampledMicros())
        .sum();
  }

  /** How many services were seen. */
  public long seenServices() {
    return services.stream()
        .filter(part -> part.service().attributed() && part.micros().estimate() > 0)
        .count();
  }

  /** The share of the time that no service claims, or of which no sample is; empty without time. */
  public OptionalDouble unclaimedShare() {
    return totalMicros == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, unclaimedMicros() / totalMicros));
  }

  /**
   * The least share of the time that no service claims, by the interval of 95%. Time of which no
   * sample is may be anybody's, and does not count; empty without time.
   */
  public OptionalDouble leastUnclaimedShare() {
    double least =
        services.stream()
            .filter(part -> !part.service().attributed())
            .mapToDouble(part -> part.micros().low())
            .sum();
    return totalMicros == 0 ? OptionalDouble.empty() : OptionalDouble.of(least / totalMicros);
  }

  /** The time that no sample stands for, on the servers that were sampled. */
  public long openMicros() {
    return servers.stream()
        .filter(ServerEstimate::sampled)
        .mapToLong(server -> server.services().openMicros())
        .sum();
  }

  /** How often a running statement was seen. */
  public long samples() {
    return servers.stream().mapToLong(ServerEstimate::samples).sum();
  }

  private double unclaimedMicros() {
    return unattributedMicros
        + openMicros()
        + services.stream()
            .filter(part -> !part.service().attributed())
            .mapToDouble(part -> part.micros().estimate())
            .sum();
  }
}
