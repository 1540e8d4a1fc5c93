package dev.watershed.analyzer.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a service costs on all servers, in one currency.
 *
 * @param service empty for what no service claims
 * @param servers how many servers are in it
 */
public record ServiceCost(Optional<String> service, Money perMonth, int servers) {

  private record Key(String currency, String service) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = currency.compareTo(other.currency);
      return order != 0 ? order : service.compareTo(other.service);
    }
  }

  public ServiceCost {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(perMonth, "perMonth");
  }

  /** The sums of bills; by currency, then the highest first. Currencies are never added. */
  public static List<ServiceCost> of(List<ServerBill> bills) {
    Map<Key, ServiceCost> sums = new TreeMap<>();
    for (ServerBill bill : bills) {
      for (ServerBill.Part part : bill.parts()) {
        sums.merge(
            new Key(bill.perMonth().currency(), part.service().orElse("")),
            new ServiceCost(part.service(), part.cost(), 1),
            (one, other) ->
                new ServiceCost(
                    one.service(),
                    one.perMonth().plus(other.perMonth()),
                    one.servers() + other.servers()));
      }
    }
    List<ServiceCost> costs = new ArrayList<>(sums.values());
    costs.sort(
        Comparator.comparing((ServiceCost cost) -> cost.perMonth().currency())
            .thenComparing(
                Comparator.comparingDouble((ServiceCost cost) -> cost.perMonth().amount())
                    .reversed())
            .thenComparing(cost -> cost.service().orElse("")));
    return costs;
  }
}
