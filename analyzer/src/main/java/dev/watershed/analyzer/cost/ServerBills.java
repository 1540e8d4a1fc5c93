package dev.watershed.analyzer.cost;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.series.HostCpu;
import dev.watershed.analyzer.series.ServiceSlots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Apportions the cost of a server. Where its host's processor time is known in nine of ten slots
 * with statements and whose these are, each slot's processor time is shared by the statement time
 * of the services in it; else, or where that time rounds to nothing, all statement time is. Room
 * that nobody uses is paid by those who use the server, in the same proportion.
 */
public final class ServerBills {

  private static final double ENOUGH_SLOTS = 0.9;

  private ServerBills() {}

  /**
   * The bill of a server.
   *
   * @param load its load by service, over the whole span
   * @param slots the same by slot; used where {@code load} is no estimate
   */
  public static ServerBill of(
      String server, Money perMonth, FleetLoad load, ServiceSlots slots, HostCpu host) {
    if (load.totalMicros() == 0) {
      Money all = perMonth;
      return new ServerBill(
          server,
          perMonth,
          ApportionMethod.NOTHING,
          List.of(new ServerBill.Part(Optional.empty(), 1, all, all, all)));
    }
    if (load.estimated()) {
      return new ServerBill(
          server, perMonth, ApportionMethod.SAMPLED_TIME, sampled(perMonth, load));
    }
    List<ServerBill.Part> byHost =
        host.knownShare(slots) >= ENOUGH_SLOTS ? byHost(perMonth, slots, host) : List.of();
    return byHost.isEmpty()
        ? new ServerBill(server, perMonth, ApportionMethod.STATEMENT_TIME, exact(perMonth, load))
        : new ServerBill(server, perMonth, ApportionMethod.HOST_CPU, byHost);
  }

  private static List<ServerBill.Part> exact(Money perMonth, FleetLoad load) {
    List<ServerBill.Part> parts = new ArrayList<>();
    for (FleetLoad.Part part : load.services()) {
      parts.add(
          part(
              part.service().service(),
              (double) part.exactMicros() / load.totalMicros(),
              perMonth));
    }
    return sorted(parts);
  }

  /** What samples do not claim for a service belongs to nobody. */
  private static List<ServerBill.Part> sampled(Money perMonth, FleetLoad load) {
    List<ServerBill.Part> parts = new ArrayList<>();
    double claimed = 0;
    double leastClaimed = 0;
    double mostClaimed = 0;
    for (FleetLoad.Part part : load.services()) {
      if (part.service().attributed()) {
        double share = part.micros().estimate() / load.totalMicros();
        double low = Math.min(share, part.micros().low() / load.totalMicros());
        double high = Math.min(1, Math.max(share, part.micros().high() / load.totalMicros()));
        parts.add(
            new ServerBill.Part(
                part.service().service(),
                share,
                perMonth.times(share),
                perMonth.times(Math.max(0, low)),
                perMonth.times(high)));
        claimed += share;
        leastClaimed += Math.max(0, low);
        mostClaimed += high;
      }
    }
    double rest = Math.max(0, 1 - claimed);
    parts.add(
        new ServerBill.Part(
            Optional.empty(),
            rest,
            perMonth.times(rest),
            perMonth.times(Math.max(0, 1 - mostClaimed)),
            perMonth.times(Math.max(0, 1 - leastClaimed))));
    return sorted(parts);
  }

  /** None where the host was not busy in any slot, as far as its figures show. */
  private static List<ServerBill.Part> byHost(Money perMonth, ServiceSlots slots, HostCpu host) {
    double[] used = new double[slots.services().size() + 1];
    double all = 0;
    for (int slot = 0; slot < slots.size(); slot++) {
      double busy = host.busyShare(slots, slot).orElse(0);
      long micros = slots.micros(slot);
      for (int service = 0; micros > 0 && service < used.length; service++) {
        used[service] += busy * slots.micros(service, slot) / micros;
      }
      all += micros > 0 ? busy : 0;
    }
    List<ServerBill.Part> parts = new ArrayList<>();
    for (int service = 0; service < used.length; service++) {
      Optional<String> name =
          service < slots.services().size()
              ? Optional.of(slots.services().get(service))
              : Optional.empty();
      if (used[service] > 0) {
        parts.add(part(name, used[service] / all, perMonth));
      }
    }
    return sorted(parts);
  }

  private static ServerBill.Part part(Optional<String> service, double share, Money perMonth) {
    Money cost = perMonth.times(share);
    return new ServerBill.Part(service, share, cost, cost, cost);
  }

  private static List<ServerBill.Part> sorted(List<ServerBill.Part> parts) {
    parts.sort(
        Comparator.comparingDouble((ServerBill.Part part) -> part.share())
            .reversed()
            .thenComparing(part -> part.service().orElse("")));
    return parts;
  }
}
