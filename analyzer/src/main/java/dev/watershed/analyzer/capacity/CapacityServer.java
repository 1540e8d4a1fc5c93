package dev.watershed.analyzer.capacity;

import dev.watershed.analyzer.cost.ServerBill;
import dev.watershed.analyzer.series.ServiceSlots;
import java.util.Objects;
import java.util.Optional;

/**
 * A server of a fleet, with all that tells what it can hold and who pays for it.
 *
 * @param use what it has and uses
 * @param replica whether it only follows a primary
 * @param slots what services do on it
 * @param bill who causes its cost; empty where the cost is not configured
 * @param settings what matters to data that comes from elsewhere
 */
public record CapacityServer(
    ServerUse use,
    boolean replica,
    ServiceSlots slots,
    Optional<ServerBill> bill,
    ServerSettings settings) {

  public CapacityServer {
    Objects.requireNonNull(use, "use");
    Objects.requireNonNull(slots, "slots");
    Objects.requireNonNull(bill, "bill");
    Objects.requireNonNull(settings, "settings");
  }

  /** Its name. */
  public String name() {
    return use.server();
  }

  /** The set of data that it holds. */
  public String dataSet() {
    return use.dataSet();
  }

  /**
   * Its execution time by a service, as a share of all of it; 0 where nothing ran.
   *
   * @param service empty for what no service claims
   */
  public double timeShare(Optional<String> service) {
    int index = service.map(slots.services()::indexOf).orElse(slots.services().size());
    double own = 0;
    double all = 0;
    for (int slot = 0; slot < slots.size(); slot++) {
      own += index < 0 ? 0 : slots.micros(index, slot);
      all += slots.micros(slot);
    }
    return all == 0 ? 0 : own / all;
  }
}
