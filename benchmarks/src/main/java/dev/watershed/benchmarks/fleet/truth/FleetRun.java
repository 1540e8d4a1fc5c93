package dev.watershed.benchmarks.fleet.truth;

import dev.watershed.benchmarks.fleet.traffic.TrafficCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What happened when a plan ran.
 *
 * @param startedAt when its first client could begin
 * @param endedAt when its last client was done
 * @param planned how long it was meant to take
 * @param rateFactor times the services' rates
 * @param rowFactor times the tables' rows
 * @param servers where it ran
 * @param counts what the clients sent
 */
public record FleetRun(
    Instant startedAt,
    Instant endedAt,
    Duration planned,
    double rateFactor,
    double rowFactor,
    List<Server> servers,
    TrafficCounts counts) {

  public FleetRun {
    servers = List.copyOf(servers);
    if (endedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException(endedAt + " is before " + startedAt);
    }
  }

  /**
   * A server and what was written of it.
   *
   * @param name its name
   * @param product what it is
   * @param version what it says of itself
   * @param slowLog the name of its log's file
   * @param catalog the name of its dump's file
   * @param rows how many rows were loaded
   */
  public record Server(
      String name, String product, String version, String slowLog, String catalog, long rows) {}
}
