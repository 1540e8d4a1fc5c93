package dev.watershed.analyzer.neighbour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A service that takes most of a server for a while. It is a noisy neighbour only if another one
 * was shown to be slower then. Times are without lock time.
 *
 * @param id 16 hexadecimal digits of server and service: load does not change it
 * @param loud in how many slots it is loud
 * @param slots how many slots of the server have statements
 * @param width how long a slot is
 * @param first when the first loud slot begins
 * @param last when the last one is over
 * @param loudShare its share of the server's time in loud slots
 * @param usualShare the median of its shares of the time of a slot
 * @param loudActive statements of it that ran at once in loud slots, on average
 * @param usualActive statements of all that run at once in a slot, the median
 * @param calendar the names of the entries of the calendar that loud slots lie in
 * @param slowed services that were slower then, the most first
 * @param judged how many services executed enough that is alike in both to tell
 * @param others how many other services the server has
 */
public record LoudService(
    String id,
    String server,
    String service,
    int loud,
    int slots,
    Duration width,
    Instant first,
    Instant last,
    double loudShare,
    double usualShare,
    double loudActive,
    double usualActive,
    List<String> calendar,
    List<SlowedService> slowed,
    int judged,
    int others) {

  public LoudService {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(width, "width");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    calendar = List.copyOf(calendar);
    slowed = List.copyOf(slowed);
  }

  /** Whether another service was shown to be slower while this one was loud. */
  public boolean noisy() {
    return !slowed.isEmpty();
  }

  LoudService withSlowed(List<SlowedService> shown) {
    return new LoudService(
        id,
        server,
        service,
        loud,
        slots,
        width,
        first,
        last,
        loudShare,
        usualShare,
        loudActive,
        usualActive,
        calendar,
        shown,
        judged,
        others);
  }
}
